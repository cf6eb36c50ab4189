import type { FieldChange } from '../../../contract/index.ts'
import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping, MappedColumn } from './attainmentMapping.ts'
import { fieldsOf } from './fields.ts'
import { createGradeOrder, normaliseGrade } from './grade.ts'
import type { CompareRules } from './rules/rules.ts'
import type { Written } from './written.ts'

type Value = string | number | null

/** What writing a learning event would change in a record. */
export interface Difference {
  /** The columns to set; empty when the record already equals the event. */
  readonly set: AttainmentValues
  readonly changes: readonly FieldChange[]
  /** Set where the event's grade is lower than the record's, in one scale. */
  readonly lowerGrade: { readonly from: string; readonly to: string } | null
  /** Why less is written than LRS sent (the college's policy). */
  readonly note: string | null
}

/** What an insert would write: every column LRS gives a value for. */
export function insertion(written: Written): Difference {
  const changes = Object.entries(written.values).flatMap(([field, to]) =>
    to === null ? [] : [{ field, from: null, to }],
  )
  return { set: written.values, changes, lowerGrade: null, note: null }
}

/** Makes the rule that compares a learning event with a record of ebs, field by field. */
export function createDifference(
  mapping: AttainmentMapping,
  rules: CompareRules,
): (written: Written, record: AttainmentValues) => Difference {
  const order = createGradeOrder(rules.grades)
  const fields = fieldsOf(mapping)
  const gradeColumn = fields.columnOf('grade')
  const updatable = mapping.columns.filter((column) => !column.insertOnly)

  return (written, record) => {
    const changes: FieldChange[] = []
    const set: Record<string, Value> = {}
    let differs = false
    for (const column of updatable) {
      const to = written.values[column.column]
      if (to === undefined) continue
      const from = blankIsNull(record[column.column])
      if (sameValue(column, from, to) || !mayWrite(column, from, rules)) continue
      changes.push({ field: column.column, from, to })
      set[column.column] = to
      differs ||= column.compared && column.from !== 'eventId'
    }
    if (!differs) return nothing
    const grade = changes.find((change) => change.field === gradeColumn)
    const ordered = grade && order(asText(grade.to), asText(grade.from))
    if (rules.policy === 'better-grade' && grade && grade.from !== null && ordered !== 'better') {
      return { ...nothing, note: 'ebs keeps its own grade: LRS’s is not a better one' }
    }
    const lowerGrade =
      grade && ordered === 'lower' ? { from: String(grade.from), to: String(grade.to) } : null
    return { set, changes, lowerGrade, note: null }
  }
}

const nothing: Difference = { set: {}, changes: [], lowerGrade: null, note: null }

function blankIsNull(value: Value | undefined): Value {
  return value === undefined || value === '' ? null : value
}

function asText(value: Value): string | null {
  return value === null ? null : String(value)
}

function sameValue(column: MappedColumn, from: Value, to: Value): boolean {
  if (from === to) return true
  if (column.from === 'grade') return normaliseGrade(asText(from)) === normaliseGrade(asText(to))
  return from !== null && to !== null && String(from) === String(to)
}

/** An id of LRS identifies a record and is only ever filled in; a policy may spare what ebs holds. */
function mayWrite(column: MappedColumn, from: Value, rules: CompareRules): boolean {
  return from === null || (column.from !== 'eventId' && rules.policy !== 'fill-blanks')
}
