import type { LearnerField } from '../../../contract/index.ts'
import { dialectOf } from '../../database/index.ts'
import { operatorsOf, type Field } from '../condition/index.ts'
import type { ExtraField, Mapping } from '../mapping/index.ts'

const abilities = [
  { value: '0', label: 'Privacy notice not seen' },
  { value: '1', label: 'Shares' },
  { value: '2', label: 'Does not share' },
]

const person = (
  name: string,
  label: string,
  column: string,
  value: Field['value'] = 'text',
  values?: Field['values'],
): Field => ({ name, label, table: 'PEOPLE', column, value, ...(values ? { values } : {}) })

const enrolment = (
  name: string,
  label: string,
  table: 'PEOPLE_UNITS' | 'UNIT_INSTANCE_OCCURRENCES',
  column: string,
  value: Field['value'] = 'text',
): Field => ({ name, label, table, column, value })

const lastImport: Field = {
  name: 'plrImported',
  label: 'PLR Last Imported',
  table: 'ATTAINMENTS',
  column: 'UPDATED_DATE',
  value: 'date',
}

/** What learners are searched by, in the order people are offered it (surface.md, Conditions). */
export function learnerFields(mapping: Mapping): ReadonlyMap<string, Field> {
  const fields = [
    person('personCode', 'Person Code', 'PERSON_CODE', 'digits'),
    person('uln', 'ULN', 'UNIQUE_LEARN_NO', 'digits'),
    person('surname', 'Surname', 'SURNAME'),
    person('firstName', 'First Name', 'FORENAME'),
    person('knownAs', 'Known As', 'KNOWN_AS'),
    person('previousSurname', 'Previous Surname', 'PREVIOUS_SURNAME'),
    person('dateOfBirth', 'Date of Birth', 'DATE_OF_BIRTH', 'date'),
    person('sex', 'Sex', 'SEX', 'code', [...mapping.sex]),
    person('active', 'Active', 'IS_ACTIVE', 'flag'),
    person('abilityToShare', 'Ability to Share', 'LRS_ABILITY_TO_SHARE', 'code', abilities),
    person('registrationNo', 'Registration Number', 'REGISTRATION_NO'),
    person('uci', 'UCI', 'GC_UCI'),
    person('school', 'School', 'SCHOOL'),
    enrolment('course', 'Course', 'UNIT_INSTANCE_OCCURRENCES', 'FES_UINS_INSTANCE_CODE'),
    enrolment('occurrence', 'Occurrence', 'UNIT_INSTANCE_OCCURRENCES', 'CALOCC_OCCURRENCE_CODE'),
    enrolment(
      'organisation',
      'Owning Organisation',
      'UNIT_INSTANCE_OCCURRENCES',
      'OWNING_ORGANISATION',
    ),
    enrolmentStatus(mapping),
    enrolment('startDate', 'Start Date', 'UNIT_INSTANCE_OCCURRENCES', 'FES_START_DATE', 'date'),
    lastImport,
    ...mapping.searchFields.map(extra),
  ]
  return new Map(fields.map((field) => [field.name, field]))
}

function enrolmentStatus(mapping: Mapping): Field {
  const field = enrolment('enrolmentStatus', 'Enrolment Status', 'PEOPLE_UNITS', 'PROGRESS_STATUS')
  const codes = mapping.enrolmentStatus
  return codes.length === 0 ? field : { ...field, value: 'code', values: [...codes] }
}

function extra({ name, label, column, type, values }: ExtraField): Field {
  return person(name, label, column, type === 'choice' ? 'code' : type, values)
}

const types: Readonly<Record<Field['value'], LearnerField['type']>> = {
  text: 'text',
  digits: 'text',
  number: 'number',
  date: 'date',
  flag: 'boolean',
  code: 'choice',
}

/** A field as the pane is told of it. */
export function describeField(mapping: Mapping, field: Field): LearnerField {
  const { matches } = dialectOf(mapping.client)
  return {
    name: field.name,
    label: field.label,
    type: types[field.value],
    operators: [...operatorsOf[field.value]],
    ...(field.values ? { values: field.values } : {}),
    ...(field.value === 'text' ? { matches } : {}),
  }
}
