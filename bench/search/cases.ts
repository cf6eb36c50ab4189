import type { ConditionGroup, ConditionRule } from '../../contract/index.ts'

/** A condition people often search by, and what a DBA would write after `where` for it alone. */
export interface SearchCase {
  readonly name: string
  readonly condition: ConditionGroup
  /** Of the table `people p`; values stand in it as a DBA would type them. */
  readonly where: string
}

const rule = (
  field: string,
  operator: ConditionRule['operator'],
  value?: ConditionRule['value'],
): ConditionRule => ({ field, operator, value })

const and = (...rules: ConditionRule[]): ConditionGroup => ({ combinator: 'and', rules })

const ulns = Array.from({ length: 1000 }, (_, at) => String(1000000000 + (at * 250 + 1) * 11))

const enrolled = (test: string): string =>
  `exists (select 1 from people_units e join unit_instance_occurrences o on o.uio_id = e.uio_id
           where e.person_code = p.person_code and ${test})`

/**
 * The ten commonest. Where a text is compared, the DBA's statement leaves accents out of account,
 * which is less work than what the search does.
 */
export const searchCases: readonly SearchCase[] = [
  {
    name: 'one person code',
    condition: and(rule('personCode', '=', '123456')),
    where: 'p.person_code = 123456',
  },
  {
    name: 'one ULN',
    condition: and(rule('uln', '=', ulns[7] ?? '')),
    where: `p.unique_learn_no = ${ulns[7]}`,
  },
  {
    name: 'a pasted list of 1000 ULNs',
    condition: and(rule('uln', 'in', ulns)),
    where: `p.unique_learn_no in (${ulns.join(', ')})`,
  },
  {
    name: 'a surname',
    condition: and(rule('surname', '=', 'wilson')),
    where: `lower(p.surname) = 'wilson'`,
  },
  {
    name: 'beginnings of both names',
    condition: and(rule('surname', 'beginsWith', 'wil'), rule('firstName', 'beginsWith', 'jo')),
    where: `lower(p.surname) like 'wil%' and lower(p.forename) like 'jo%'`,
  },
  {
    name: 'a part of a surname',
    condition: and(rule('surname', 'contains', 'worth')),
    where: `lower(p.surname) like '%worth%'`,
  },
  {
    name: 'a date of birth',
    condition: and(rule('dateOfBirth', '=', '2004-02-29')),
    where: `p.date_of_birth = date '2004-02-29'`,
  },
  {
    name: 'a course in a year',
    condition: and(rule('course', '=', 'crs77'), rule('occurrence', '=', '24/25')),
    where: enrolled(
      `lower(o.fes_uins_instance_code) = 'crs77' and lower(o.calocc_occurrence_code) = '24/25'`,
    ),
  },
  {
    name: 'active learners of an organisation',
    condition: and(rule('organisation', '=', 'ORG3'), rule('active', '=', true)),
    where: `p.is_active = 'Y' and ${enrolled(`lower(o.owning_organisation) = 'org3'`)}`,
  },
  {
    name: 'all active learners with a ULN',
    condition: and(rule('active', '=', true), rule('uln', 'notNull')),
    where: `p.is_active = 'Y' and p.unique_learn_no is not null`,
  },
]
