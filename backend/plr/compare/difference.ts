import type { FieldChange } from '../../../contract/index.ts'
import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping, MappedColumn } from './attainmentMapping.ts'
import type { Cell, Value } from './cell.ts'
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
  /** Why less is written than LRS sent (the college's policy). */
  readonly note: string | null
}

/** What an insert would write: every column LRS gives a value for. */
export function insertion({ values }: Written): Difference {
  const changes: FieldChange[] = []
  for (const field in values) {
    const to = values[field] ?? null
    if (to !== null) changes.push({ field, from: null, to })
  }
  return { set: values, changes, lowerGrade: null, note: null }
}

/** Makes the rule that compares a learning event with a record of ebs, field by field. */
export function createDifference(
  mapping: AttainmentMapping,
  rules: CompareRules,
): (written: Written, record: AttainmentValues) => Difference {
  const order = createGradeOrder(rules.grades)
  const gradeColumn = fieldsOf(mapping).columnOf('grade')
  const updatable = mapping.columns
    .map((column, at) => ({ ...column, at }))
    .filter((column) => !column.insertOnly)
  const telling = updatable.filter((column) => column.compared && column.from !== 'eventId')

  return (written, record) => {
    if (!isAnyChanged(telling, written, record)) return nothing
    const changes = updatable
      .filter((column) => isChanged(column, written, record))
      .map(({ column, at }) => ({
        field: column,
        from: blankIsNull(record[column]),
        to: written.cells[at]?.value ?? null,
      }))
    const grade = changes.find((change) => change.field === gradeColumn)
    const ordered = grade && order(asText(grade.to), asText(grade.from))
    if (rules.policy === 'better-grade' && grade && grade.from !== null && ordered !== 'better') {
      return { ...nothing, note: 'ebs keeps its own grade: LRS’s is not a better one' }
    }
    const lowerGrade =
      grade && ordered === 'lower' ? { from: String(grade.from), to: String(grade.to) } : null
    return { set: setOf(changes), changes, lowerGrade, note: null }
  }

  function isAnyChanged(
    columns: typeof updatable,
    written: Written,
    record: AttainmentValues,
  ): boolean {
    for (const column of columns) if (isChanged(column, written, record)) return true
    return false
  }

  function isChanged(
    column: (typeof updatable)[number],
    { cells }: Written,
    record: AttainmentValues,
  ): boolean {
    const cell = cells[column.at]
    if (cell?.value === undefined) return false
    const from = blankIsNull(record[column.column])
    return from !== cell.value && !sameValue(column, from, cell) && mayWrite(column, from, rules)
  }
}

function setOf(changes: readonly FieldChange[]): AttainmentValues {
  const set: Record<string, Value> = {}
  for (const { field, to } of changes) set[field] = to
  return set
}

const nothing: Difference = { set: {}, changes: [], lowerGrade: null, note: null }

function blankIsNull(value: Value | undefined): Value {
  return value === undefined || value === '' ? null : value
}

function asText(value: Value): string | null {
  return value === null ? null : String(value)
}

function sameValue({ from: kind }: MappedColumn, from: Value, { value, plain }: Cell): boolean {
  if (kind === 'grade') return normaliseGrade(asText(from)) === plain
  return from !== null && value !== null && String(from) === String(value)
}

/** An id of LRS identifies a record and is only ever filled in; a policy may spare what ebs holds. */
function mayWrite(column: MappedColumn, from: Value, rules: CompareRules): boolean {
  return from === null || (column.from !== 'eventId' && rules.policy !== 'fill-blanks')
}
