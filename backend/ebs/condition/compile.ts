import { allOf, anyOf, dialectOf, sql, type Sql } from '../../database/index.ts'
import { column, from, ofInstitution, type Mapping } from '../mapping/index.ts'
import { compare } from './compare.ts'
import { isEnrolment, isOwn, type EnrolmentTable, type Field } from './field.ts'
import { importedWhen } from './imported.ts'
import { joinRanges } from './joinRanges.ts'
import type { Ask, CheckedGroup } from './rule.ts'

/** Short names of the tables in a statement. */
const alias: Readonly<Record<'PEOPLE' | EnrolmentTable, string>> = {
  PEOPLE: 'p',
  PEOPLE_UNITS: 'e',
  UNIT_INSTANCE_OCCURRENCES: 'o',
}

/** A condition as a test of the person `p`. */
export function compileCondition(mapping: Mapping, group: CheckedGroup): Sql {
  const parts = [
    ...ownTests(mapping, group),
    ...importedTests(mapping, group),
    ...enrolmentTests(mapping, group),
    ...group.groups.map((inner) => compileCondition(mapping, inner)),
  ]
  // A group without rules matches everybody, also one of `or`.
  const all = parts.length === 0 ? allOf([]) : combine(group, parts)
  // `not (…)` would lose whom the group neither finds nor refuses, because a value is empty.
  return group.not ? dialectOf(mapping.client).isNotTrue(all) : all
}

const combine = (group: CheckedGroup, parts: readonly Sql[]): Sql =>
  group.combinator === 'and' ? allOf(parts) : anyOf(parts)

/** Tests of the learner's own row, each on its own. */
function ownTests(mapping: Mapping, group: CheckedGroup): readonly Sql[] {
  return group.rules.flatMap(({ field, ask }) => (isOwn(field) ? [test(mapping, field, ask)] : []))
}

/** Tests of when the PLR was imported for the learner. */
function importedTests(mapping: Mapping, group: CheckedGroup): readonly Sql[] {
  const rules = group.rules.filter(({ field }) => !isOwn(field) && !isEnrolment(field))
  const [first] = rules
  if (first === undefined) return []
  const asks = rules.map(({ ask }) => ask)
  return (group.combinator === 'and' ? joinRanges(asks) : asks).map((ask) =>
    importedWhen(mapping, first.field, ask),
  )
}

/**
 * Enrolment fields ask for some enrolment, in an `and` group for one that fits all of them. `!=` and
 * an empty value ask for no enrolment instead, each on its own.
 */
function enrolmentTests(mapping: Mapping, group: CheckedGroup): readonly Sql[] {
  const rules = group.rules.flatMap(({ field, ask }) =>
    isEnrolment(field) ? [{ field, ask }] : [],
  )
  const without = rules.flatMap(({ field, ask }) => {
    const opposite = oppositeOf(ask)
    return opposite ? [notEnrolled(mapping, { field, ask: opposite })] : []
  })
  const perhaps = rules.filter(({ ask }) => isPerhaps(ask))
  const some = rules.filter(({ ask }) => oppositeOf(ask) === null && !isPerhaps(ask))
  const sets = group.combinator === 'and' && some.length > 0 ? [some] : some.map((rule) => [rule])
  return [
    ...sets.map((set) => enrolled(mapping, set)),
    ...without,
    ...perhaps.map((rule) => oneOfOrNone(mapping, rule)),
  ]
}

/** A list with an empty value among others: an enrolment with one of those, or none at all. */
const isPerhaps = (ask: Ask): boolean => ask.kind === 'in' && ask.orNull

function oneOfOrNone(mapping: Mapping, { field, ask }: EnrolmentRule): Sql {
  const none = notEnrolled(mapping, { field, ask: { kind: 'isFilled' } })
  if (ask.kind !== 'in' || ask.values.length === 0) return none
  return anyOf([enrolled(mapping, [{ field, ask: { ...ask, orNull: false } }]), none])
}

/** What no enrolment may be for the rule to hold; null when the rule asks for an enrolment. */
function oppositeOf(ask: Ask): Ask | null {
  if (ask.kind === '!=') return { kind: '=', value: ask.value }
  return ask.kind === 'isNull' ? { kind: 'isFilled' } : null
}

interface EnrolmentRule {
  readonly field: Field & { readonly table: EnrolmentTable }
  readonly ask: Ask
}

function enrolled(mapping: Mapping, rules: readonly EnrolmentRule[]): Sql {
  return someEnrolment(
    mapping,
    rules.map(({ field, ask }) => test(mapping, field, ask)),
  )
}

const notEnrolled = (mapping: Mapping, rule: EnrolmentRule): Sql =>
  sql`not ${enrolled(mapping, [rule])}`

/** Whether the person `p` has an enrolment `e` on an occurrence `o` for which the tests hold. */
export function someEnrolment(mapping: Mapping, tests: readonly Sql[]): Sql {
  const enrolment = (name: string) => column(mapping, 'PEOPLE_UNITS', 'e', name)
  const occurrence = column(mapping, 'UNIT_INSTANCE_OCCURRENCES', 'o', 'UIO_ID')
  const where = allOf([
    sql`${enrolment('PERSON_CODE')} = ${column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')}`,
    ...ofInstitution(mapping, 'PEOPLE_UNITS', 'e'),
    ...tests,
  ])
  return sql`exists (select 1 from ${from(mapping, 'PEOPLE_UNITS', 'e')} join ${from(mapping, 'UNIT_INSTANCE_OCCURRENCES', 'o')} on ${occurrence} = ${enrolment('UIO_ID')} where ${where})`
}

function test(
  mapping: Mapping,
  field: Field & { readonly table: keyof typeof alias },
  ask: Ask,
): Sql {
  const place = column(mapping, field.table, alias[field.table], field.column)
  return compare(dialectOf(mapping.client), mapping.active, field, place, ask)
}
