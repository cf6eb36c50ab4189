import type { EventFacts } from '../event/learningEvent.ts'

/** What ebs held for a learning event when the row was made: which record, and a digest of its mapped columns. */
export interface Held {
  readonly attainmentCode: string
  readonly digest: string
}

/**
 * That another event of the same answer has the same aim and award date, which Update has to know
 * without seeing that answer again: the ebs record the other one claimed (null when it has none yet),
 * and whether the user was shown this row as likely the same (two sources, surface.md Odd cases).
 */
export interface Beside {
  readonly attainmentCode: string | null
  readonly likelySame: boolean
}

/** What a row key carries (surface.md, Row key): what the user was shown, and what ebs held then. */
export interface RowKeyContent {
  readonly personCode: string
  readonly askedUln: string
  readonly foundUln: string | null
  /** When LRS answered, in whole seconds since 1970. */
  readonly answeredAt: number
  readonly facts: EventFacts
  readonly held: Held | null
  readonly beside: Beside | null
}

export type OpenedRowKey =
  | { readonly kind: 'open'; readonly content: RowKeyContent }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unreadable' }

/** Seals and opens row keys; opening says why a key is no good instead of throwing. */
export interface RowKeys {
  seal(content: RowKeyContent): string
  open(rowKey: string, now: Date): OpenedRowKey
}
