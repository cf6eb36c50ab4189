import type { UpdateEntry } from '../../../../contract/index.ts'
import { isProblem } from '../../../api/problem.ts'
import type { Desk } from '../../desk.ts'
import { createStore } from '../../store.ts'
import type { Store } from '../../store.ts'
import type { Updates } from './updates.ts'

/** So many earlier updates are shown at a time. */
const page = 20

export type TrailState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading' }
  /** The backend keeps no list of updates. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'list'; readonly updates: readonly UpdateEntry[]; readonly total: number }

/** Earlier updates, newest first, and undoing one of them. */
export interface Trail {
  readonly state: Store<TrailState>
  open(): Promise<void>
  more(): Promise<void>
  close(): void
  undo(entry: UpdateEntry): Promise<void>
}

export function createTrail(desk: Desk, updates: Updates): Trail {
  const { api, clock } = desk.services
  const state = createStore<TrailState>({ kind: 'closed' })
  /** Counts the openings: an answer that comes after its page was closed opens nothing. */
  let opening = 0
  const load = async (before: readonly UpdateEntry[]) => {
    const mine = opening
    try {
      const answer = await api.updates(before.length, page)
      if (mine !== opening) return
      const known = new Set(before.map(({ id }) => id))
      const fresh = answer.updates.filter(({ id }) => !known.has(id))
      state.set({ kind: 'list', updates: [...before, ...fresh], total: answer.total })
    } catch (error) {
      if (mine !== opening) return
      state.set({ kind: isProblem(error, 404) ? 'missing' : 'closed' })
      if (!isProblem(error, 404)) throw error
    }
  }
  return {
    state,
    open: async () => {
      opening += 1
      state.set({ kind: 'loading' })
      await load([])
    },
    more: async () => {
      const now = state.get()
      if (now.kind === 'list') await load(now.updates)
    },
    close: () => {
      opening += 1
      state.set({ kind: 'closed' })
    },
    undo: async (entry) => {
      const { words, questions } = desk
      const what = `${words.count(entry.inserted + entry.updated, 'record')}, ${words.moment(entry.at, clock.now())}, by ${entry.who}`
      const answer = await questions.ask<'undo' | 'cancel'>((tell) => ({
        kind: 'undo',
        what,
        answer: tell,
      }))
      if (answer === 'cancel') return
      const answered = await updates.undo(entry.id)
      if (answered && state.get().kind === 'list') await load([])
    },
  }
}
