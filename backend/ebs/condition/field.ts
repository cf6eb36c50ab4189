import type { LearnerField, Operator } from '../../../contract/index.ts'
import type { TableId } from '../mapping/index.ts'

/**
 * What a field's column holds, which decides how it is compared:
 * `digits` are numbers that people know as a code; `flag` is yes or no; `code` one of a list.
 */
export type FieldValue = 'text' | 'digits' | 'number' | 'date' | 'flag' | 'code'

/** The tables of one enrolment; a condition on them asks for some enrolment of the learner. */
export const enrolmentTables = ['PEOPLE_UNITS', 'UNIT_INSTANCE_OCCURRENCES'] as const
export type EnrolmentTable = (typeof enrolmentTables)[number]

/** A field that learners are searched by, and the column behind it. Names come from this list alone. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly value: FieldValue
  readonly table: Extract<TableId, 'PEOPLE'> | EnrolmentTable
  /** ebs-domain.md's name. */
  readonly column: string
  readonly values?: LearnerField['values']
}

const equality: readonly Operator[] = ['=', '!=', 'in', 'null', 'notNull']
const ordered: readonly Operator[] = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'in',
  'null',
  'notNull',
]
const textual: readonly Operator[] = [
  '=',
  '!=',
  'contains',
  'beginsWith',
  'endsWith',
  ...ordered.slice(2),
]

/** What may be asked of a field, in the order people are offered it. */
export const operatorsOf: Readonly<Record<FieldValue, readonly Operator[]>> = {
  text: textual,
  digits: textual,
  number: ordered,
  date: ordered,
  flag: ['=', '!=', 'null', 'notNull'],
  code: equality,
}

export function isEnrolment(field: Field): field is Field & { table: EnrolmentTable } {
  return field.table !== 'PEOPLE'
}
