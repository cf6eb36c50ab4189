import type { FieldChange } from '../../../contract/index.ts'
import type { AttainmentValues } from './attainment.ts'
import type { MappedColumn } from './attainmentMapping.ts'
import type { Cell, Value } from './cell.ts'
import type { ColumnRule } from './columnRules.ts'
import { fieldsOf } from './fields.ts'
import { createGradeOrder, normaliseGrade } from './grade.ts'
import type { CompareRules } from './rules/rules.ts'
import type { Written } from './written.ts'

/** What writing a learning event would change in a record. */
export interface Difference {
  /** The columns to set; empty when the record already equals the event. */
  readonly set: AttainmentValues
  readonly changes: readonly FieldChange[]
  /** Set where the event's grade is lower than the record's, in one scale. */
  readonly lowerGrade: { readonly from: string; readonly to: string } | null
  /** What was cut or left out, and why less is written than LRS sent (the college's policy). */
  readonly notes: readonly string[]
}

/** Of a record that equals the event, with nothing to note. */
export const nothing: Difference = { set: {}, changes: [], lowerGrade: null, notes: [] }

/** What an insert would write: every column LRS gives a value for. */
export function insertion({ values, notes }: Written): Difference {
  const changes: FieldChange[] = []
  for (const field in values) {
    const to = values[field] ?? null
    if (to !== null) changes.push({ field, from: null, to })
  }
  return { set: values, changes, lowerGrade: null, notes }
}

/** Makes the rule that compares a learning event with a record of ebs, field by field. */
export function createDifference(
  columns: readonly ColumnRule[],
  rules: CompareRules,
): (written: Written, record: AttainmentValues) => Difference {
  const order = createGradeOrder(rules.grades)
  const gradeColumn = fieldsOf(columns).columnOf('grade')
  const updatable = columns.flatMap(({ column }, at) => {
    const isTelling = column.compared && column.from !== 'eventId'
    return column.insertOnly ? [] : [{ column, at, isTelling }]
  })

  return ({ cells, notes }, record) => {
    const changes: FieldChange[] = []
    let isAnyTelling = false
    for (const { column, at, isTelling } of updatable) {
      const cell = cells[at]
      if (cell?.value === undefined) continue
      const from = blankIsNull(record[column.column])
      if (isSame(column, from, cell) || !mayWrite(column, from, rules)) continue
      changes.push({ field: column.column, from, to: cell.value })
      isAnyTelling ||= isTelling
    }
    if (!isAnyTelling) return { ...nothing, notes }
    const grade = changes.find((change) => change.field === gradeColumn)
    const ordered = grade && order(asText(grade.to), asText(grade.from))
    if (rules.policy === 'better-grade' && grade && grade.from !== null && ordered !== 'better') {
      return { ...nothing, notes: [...notes, keepsItsOwn] }
    }
    const lowerGrade =
      grade && ordered === 'lower' ? { from: String(grade.from), to: String(grade.to) } : null
    return { set: setOf(changes), changes, lowerGrade, notes }
  }
}

const keepsItsOwn = 'ebs keeps its own grade: LRS’s is not a better one'

function setOf(changes: readonly FieldChange[]): AttainmentValues {
  const set: Record<string, Value> = {}
  for (const { field, to } of changes) set[field] = to
  return set
}

function blankIsNull(value: Value | undefined): Value {
  return value === undefined || value === '' ? null : value
}

function asText(value: Value): string | null {
  return value === null ? null : String(value)
}

function isSame({ from: kind }: MappedColumn, from: Value, { value, plain }: Cell): boolean {
  if (from === value) return true
  if (kind === 'grade') return normaliseGrade(asText(from)) === plain
  return from !== null && value !== undefined && value !== null && String(from) === String(value)
}

/** An id of LRS identifies a record and is only ever filled in; a policy may spare what ebs holds. */
function mayWrite(column: MappedColumn, from: Value, rules: CompareRules): boolean {
  return from === null || (column.from !== 'eventId' && rules.policy !== 'fill-blanks')
}
