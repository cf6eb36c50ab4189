import type { Decision } from '../../../../contract/index.ts'

/**
 * What was decided of rows of the open session, by row key. A row that is read again has a new key, so
 * that a decision never outlives what it was made about.
 */
export interface Decided {
  /** The decisions about these rows. */
  about(rowKeys: readonly string[]): readonly Decision[]
  keep(decisions: readonly Decision[]): void
  /** These rows are done: what was decided of them does not hold for what comes. */
  forget(rowKeys: readonly string[]): void
}

export function createDecided(): Decided {
  const byKey = new Map<string, Decision>()
  return {
    about: (rowKeys) => [...new Set(rowKeys)].flatMap((rowKey) => byKey.get(rowKey) ?? []),
    keep: (decisions) => {
      for (const decision of decisions) byKey.set(decision.rowKey, decision)
    },
    forget: (rowKeys) => {
      for (const rowKey of rowKeys) byKey.delete(rowKey)
    },
  }
}
