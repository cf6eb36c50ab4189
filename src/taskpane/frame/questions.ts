import type { Decision, Outcome } from '../../../contract/index.ts'
import type { RowToDecide } from '../session/decisions/rowToDecide.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'

export interface NamedLearner {
  readonly personCode: string
  readonly name: string
  readonly why: string
}

export interface ExportAnswer {
  readonly kind: 'csv' | 'xlsx'
  readonly personalDetails: boolean
}

/** What the pane may have to ask before it goes on; each knows the answers it can get. */
export type Question =
  | {
      readonly kind: 'session-open'
      readonly learners: number
      /** Columns of the user that starting again clears as well. */
      readonly userColumns: readonly string[]
      /** Not into a session of another college or environment. */
      readonly mayAdd: boolean
      answer(choice: 'add' | 'again' | 'cancel'): void
    }
  | {
      readonly kind: 'privacy-notice'
      readonly learners: readonly NamedLearner[]
      readonly total: number
      answer(choice: 'all' | 'without' | 'cancel'): void
    }
  | {
      readonly kind: 'saved-workbook'
      readonly autosaved: boolean
      /** Whether the site lets a session live in a saved workbook at all. */
      readonly mayUse: boolean
      answer(choice: 'new' | 'use' | 'cancel'): void
    }
  | {
      readonly kind: 'review'
      readonly review: number
      /** How many of them look like a record that ebs holds already. */
      readonly likely: number
      readonly rows: number
      answer(choice: 'leave' | 'write' | 'each' | 'cancel'): void
    }
  | {
      readonly kind: 'decisions'
      readonly rows: readonly RowToDecide[]
      answer(choice: readonly Decision[] | 'cancel'): void
    }
  | {
      readonly kind: 'update-complete'
      readonly counts: OutcomeTally
      readonly reasons: readonly ReasonCount[]
      readonly undoable: boolean
      answer(choice: 'ok' | 'undo'): void
    }
  | {
      readonly kind: 'close'
      readonly userColumns: readonly string[]
      readonly saved: boolean
      answer(choice: 'close' | 'keep'): void
    }
  | {
      readonly kind: 'export'
      readonly rows: number
      answer(choice: ExportAnswer | 'cancel'): void
    }
  | { readonly kind: 'undo'; readonly what: string; answer(choice: 'undo' | 'cancel'): void }
  | {
      readonly kind: 'sign-out'
      /** What runs, and whether it stops with the sign-in. */
      readonly label: string
      readonly stops: boolean
      answer(choice: 'leave' | 'stay'): void
    }

export type OutcomeTally = Readonly<Record<Outcome, number>>

export interface ReasonCount {
  readonly reason: string
  readonly count: number
}

export interface Questions {
  readonly open: Store<Question | null>
  /** Asks, and resolves with the answer; the question is gone by then. */
  ask<A>(make: (answer: (choice: A) => void) => Question): Promise<A>
}

export function createQuestions(): Questions {
  const open = createStore<Question | null>(null)
  return {
    open,
    ask: (make) =>
      new Promise((resolve) => {
        open.set(
          make((choice) => {
            open.set(null)
            resolve(choice)
          }),
        )
      }),
  }
}
