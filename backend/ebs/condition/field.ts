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
  /** ATTAINMENTS: when one of the learner's records from the PLR was last written. */
  readonly table: Extract<TableId, 'PEOPLE' | 'ATTAINMENTS'> | EnrolmentTable
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

/** Whether it is a column of the learner's own row, of which there is one. */
export function isOwn(field: Field): field is Field & { table: 'PEOPLE' } {
  return field.table === 'PEOPLE'
}

export function isEnrolment(field: Field): field is Field & { table: EnrolmentTable } {
  return field.table !== 'PEOPLE' && field.table !== 'ATTAINMENTS'
}
