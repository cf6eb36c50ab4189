import type { Decision, FieldChange } from '../../../../contract/index.ts'
import type { PreviewRow } from '../../../api/preview.ts'
import type { RowValues } from '../../../office/workbook/port.ts'
import type { Words } from '../../words.ts'

/** A row that needs a decision, as the list of them shows it. */
export interface RowToDecide {
  readonly rowKey: string
  /** Name and person code. */
  readonly learner: string
  /** Qualification, grade and award date, as far as they are known. */
  readonly facts: readonly string[]
  readonly reason: string | null
  readonly write: Effect
  /** The record that it is likely the same as, and what taking it for that one does. */
  readonly likely: (Effect & { readonly attainmentCode: string }) | null
  /** What was decided before; leaving out to begin with. */
  readonly take: Decision['take']
}

/** What a choice would do in ebs. */
export interface Effect {
  readonly kind: 'inserts' | 'updates' | 'nothing' | 'fails'
  readonly changes: readonly FieldChange[]
  /** Why it would fail. */
  readonly reason: string | null
}

export interface RowFacts {
  readonly cells: RowValues
  /** What Update would do without a decision, and with each of the two that write. */
  readonly asIs: PreviewRow
  readonly written: PreviewRow | undefined
  readonly same: PreviewRow | undefined
  readonly decision: Decision | undefined
}

/** What LRS sends in place of the grade of a participation. */
const noGrade = '9999999999'

/** Said in front of the reason by the backend; the list's own heading says it already. */
const preface = /^Needs a decision:\s*/

/** Puts together what the list shows of one row. */
export function rowToDecide(row: RowFacts, words: Words): RowToDecide {
  const { cells, asIs, written, same, decision } = row
  const name = [cells.surname, cells.firstName].filter((part) => part).join(', ')
  const grade = cells.grade === undefined || cells.grade === noGrade ? null : cells.grade
  const facts = [
    cells.qualification ?? 'No title',
    grade === null ? 'no grade' : `grade ${String(grade)}`,
    typeof cells.awardDate === 'string' ? words.day(cells.awardDate) : 'no award date',
  ]
  const { likelySame: attainmentCode } = asIs
  return {
    rowKey: asIs.rowKey,
    learner: `${name === '' ? 'No name' : name} (${String(cells.personCode ?? '?')})`,
    facts: facts.map(String),
    reason: asIs.reason?.replace(preface, '') ?? null,
    write: effectOf(written ?? asIs),
    likely: attainmentCode !== null && same ? { attainmentCode, ...effectOf(same) } : null,
    take: decision?.take ?? 'skip',
  }
}

function effectOf({ outcome, changes, reason }: PreviewRow): Effect {
  switch (outcome) {
    case 'inserted':
      return { kind: 'inserts', changes, reason: null }
    case 'updated':
      return { kind: 'updates', changes, reason: null }
    case 'unchanged':
      return { kind: 'nothing', changes: [], reason: null }
    case 'skipped':
    case 'failed':
      return { kind: 'fails', changes, reason }
  }
}

/** The choice as a decision; a row without a likely record cannot be taken for one. */
export function decisionOf({ rowKey, likely }: RowToDecide, take: Decision['take']): Decision {
  if (take !== 'same-as') return { rowKey, take }
  return likely ? { rowKey, take, attainmentCode: likely.attainmentCode } : { rowKey, take: 'skip' }
}
