import type { CellKind } from '../../database/index.ts'
import { layoutOf } from '../../ebs/attainments/layout.ts'
import type { Field } from '../../ebs/condition/index.ts'
import { learnerFields } from '../../ebs/learners/fields.ts'
import type { Mapping, TableId } from '../../ebs/mapping/index.ts'

/** What a column has to hold; null where the mapping may name a column of any kind. */
export type NeededKind = CellKind | 'time' | null

/** A column of ebs that something reads or writes, by ebs-domain.md's names. */
export interface NeededColumn {
  readonly table: TableId
  readonly column: string
  readonly kind: NeededKind
  /** `link`: nothing works without it. `doctor`: only this report asks for it. */
  readonly for: 'link' | 'doctor'
}

type Listed = Readonly<Record<string, NeededKind>>

const learners: Listed = {
  PERSON_CODE: 'number',
  UNIQUE_LEARN_NO: 'number',
  SURNAME: 'text',
  FORENAME: 'text',
  KNOWN_AS: 'text',
  PREVIOUS_SURNAME: 'text',
  SNAME16: 'text',
  DATE_OF_BIRTH: 'day',
  SEX: 'text',
  IS_ACTIVE: 'text',
  LRS_ABILITY_TO_SHARE: 'text',
}
const merges: Listed = { REMOVED_PERSON_CODE: 'number', RETAINED_PERSON_CODE: 'number' }
const users: Listed = { NAME: 'text', ENABLED: 'text', LOCKED_UNTIL: 'time', EXTERNAL_REF: 'text' }
const audit = ['CREATED_BY', 'CREATED_DATE', 'UPDATED_BY', 'UPDATED_DATE'] as const

/** Every column that the link asks for, as the mapping lays ebs out, and what the doctor asks for. */
export function neededColumns(mapping: Mapping): readonly NeededColumn[] {
  const list = (table: TableId, columns: Listed, wants: NeededColumn['for'] = 'link') =>
    Object.entries(columns).map(([column, kind]) => ({ table, column, kind, for: wants }))
  const context = mapping.institutionContext
  const all = [
    ...list('PEOPLE', learners),
    ...mapping.learner.map(({ column }) => any('PEOPLE', column)),
    ...[...learnerFields(mapping).values()].map(({ table, column, value }) => ({
      table,
      column,
      kind: searchKinds[value],
      for: 'link' as const,
    })),
    ...list('PEOPLE_UNITS', { PERSON_CODE: 'number', UIO_ID: 'number' }),
    ...list('UNIT_INSTANCE_OCCURRENCES', { UIO_ID: 'number', OWNING_ORGANISATION: 'text' }),
    ...list('PEOPLE_DEDUPLICATION_AUDIT', merges),
    ...list('USERS', users),
    ...attainmentColumns(mapping),
    ...(context?.tables.map((table) => any(table, context.column)) ?? []),
    ...list('VERIFIERS', { RV_DOMAIN: 'text', LOW_VALUE: 'text', FES_ACTIVE: 'text' }, 'doctor'),
    ...list('WEB_CONFIG', { PARAMETER: 'text', RESTRICT_TO_LICENCE: 'text' }, 'doctor'),
    ...list('ORGANISATION_UNITS', { ORGANISATION_CODE: 'text' }, 'doctor'),
    ...list('PEOPLE_UNIT_ATTAINMENTS', { ATTAINMENT_CODE: 'number' }, 'doctor'),
  ]
  return [...new Map(all.map((each) => [`${each.table}.${each.column}`, each])).values()]
}

const any = (table: TableId, column: string): NeededColumn => ({
  table,
  column,
  kind: null,
  for: 'link',
})

const searchKinds: Readonly<Record<Field['value'], NeededKind>> = {
  text: 'text',
  digits: 'number',
  number: 'number',
  date: 'day',
  flag: 'text',
  code: 'text',
}

function attainmentColumns(mapping: Mapping): readonly NeededColumn[] {
  const { filled } = layoutOf(mapping)
  const named = (column: string, kind: NeededKind): NeededColumn => ({
    table: 'ATTAINMENTS',
    column,
    kind,
    for: 'link',
  })
  return [
    named('ATTAINMENT_CODE', 'number'),
    named('PER_PERSON_CODE', 'number'),
    ...filled.map(({ ebsName, kind }) => named(ebsName, kind)),
    ...Object.keys(mapping.attainmentConstants).map((column) => named(column, null)),
    ...audit.map((column) => named(column, column.endsWith('_DATE') ? 'time' : 'text')),
  ]
}

/** The columns of ATTAINMENTS that Update writes, by ebs-domain.md's names. */
export function writtenColumns(mapping: Mapping): {
  readonly inserted: readonly string[]
  readonly updated: readonly string[]
} {
  const { filled } = layoutOf(mapping)
  const rule = mapping.attainmentCode
  const context = mapping.institutionContext
  const inserted = [
    ...(rule === null || 'generated' in rule ? [] : ['ATTAINMENT_CODE']),
    'PER_PERSON_CODE',
    ...filled.map(({ ebsName }) => ebsName),
    'CREATED_BY',
    'CREATED_DATE',
    ...Object.keys(mapping.attainmentConstants),
    ...(context?.tables.includes('ATTAINMENTS') ? [context.column] : []),
  ]
  const updatable = filled.filter(({ insertOnly }) => !insertOnly).map(({ ebsName }) => ebsName)
  return {
    inserted: [...new Set(inserted)],
    updated: [...updatable, 'UPDATED_BY', 'UPDATED_DATE'],
  }
}
