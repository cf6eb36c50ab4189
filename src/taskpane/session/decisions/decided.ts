import type { Decision } from '../../../../contract/index.ts'

/**
 * What was decided of rows of the open session, by row key. A row that is read again has a new key, so
 * that a decision never outlives what it was made about.
 */
export interface Decided {
  /** The decisions about these rows. */
  about(rowKeys: readonly string[]): readonly Decision[]
  /** Why a row that was decided about needed a decision, as it was shown; null when that is not known. */
  whyAsked(rowKey: string): string | null
  keep(made: readonly MadeDecision[]): void
  /** These rows are done: what was decided of them does not hold for what comes. */
  forget(rowKeys: readonly string[]): void
}

export interface MadeDecision {
  readonly decision: Decision
  readonly why: string | null
}

export function createDecided(): Decided {
  const byKey = new Map<string, MadeDecision>()
  return {
    about: (rowKeys) => [...new Set(rowKeys)].flatMap((key) => byKey.get(key)?.decision ?? []),
    whyAsked: (rowKey) => byKey.get(rowKey)?.why ?? null,
    keep: (made) => {
      for (const each of made) byKey.set(each.decision.rowKey, each)
    },
    forget: (rowKeys) => {
      for (const rowKey of rowKeys) byKey.delete(rowKey)
    },
  }
}
