import type { GridRow } from '../../../../contract/index.ts'
import type { LearnerRows } from '../port.ts'

/** A row that stands in the sheet, by what tells it from the learner's other rows. */
export interface StandingRow {
  readonly position: number
  readonly personCode: string
  readonly source: string | null
  readonly lrsEventId: string | null
}

export interface PlacedRow {
  readonly position: number
  readonly row: GridRow
}

/** What has to happen to the sheet so that it says what these answers say. */
export interface RowPlan {
  readonly overwrite: readonly PlacedRow[]
  readonly append: readonly GridRow[]
  readonly remove: readonly number[]
}

/**
 * Puts new answers beside the rows that stand: the row of an event that stays is written over, so that
 * what the user noted beside it stays beside it; others go, new ones come at the end. Rows of learners
 * without an answer in the batch are left alone.
 */
export function planRows(
  standing: readonly StandingRow[],
  answers: readonly LearnerRows[],
): RowPlan {
  const answered = new Set(answers.map(({ personCode }) => personCode))
  const free = new Map<string, number[]>()
  for (const row of standing) {
    if (!answered.has(row.personCode)) continue
    const key = eventKey(row)
    free.set(key, [...(free.get(key) ?? []), row.position])
  }
  const overwrite: PlacedRow[] = []
  const append: GridRow[] = []
  for (const { personCode, rows } of answers) {
    for (const row of rows) {
      const position = free.get(eventKey({ ...row, personCode }))?.shift()
      if (position === undefined) append.push(row)
      else overwrite.push({ position, row })
    }
  }
  const byPosition = (a: number, b: number) => a - b
  return {
    overwrite: overwrite.sort((a, b) => a.position - b.position),
    append,
    remove: [...free.values()].flat().sort(byPosition),
  }
}

function eventKey(row: Omit<StandingRow, 'position'>): string {
  return JSON.stringify([
    row.personCode,
    row.lrsEventId === null ? null : row.source,
    row.lrsEventId,
  ])
}
