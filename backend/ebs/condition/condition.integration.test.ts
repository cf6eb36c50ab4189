import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ConditionGroup, ConditionRule } from '../../../contract/index.ts'
import { loadEbs, testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, type Database } from '../../database/index.ts'
import { createLearnerDirectory } from '../learners/index.ts'
import { testMapping } from '../mapping/testing.ts'

/** People of a small world, and what a condition says of each, worked out apart from any SQL. */
interface Someone {
  readonly code: number
  readonly surname: string | null
  readonly born: string | null
  readonly enrolments: readonly (readonly [course: string, when: string])[]
  /** Days of their records from the PLR. */
  readonly imports: readonly string[]
}

const surnames = ['Ash', 'ÄSH', 'Ashe', '', null, '100%'] as const
const days = ['2005-01-01', '2005-06-30', null] as const
const imports = [[], ['2026-01-01'], ['2026-02-01', '2026-01-01'], ['2026-02-01']] as const
const enrolments = [
  [],
  [['ENG', '23']],
  [['MAT', '24']],
  [
    ['ENG', '23'],
    ['MAT', '24'],
  ],
  [['ENG', '24']],
] as const
const world: readonly Someone[] = surnames.flatMap((surname, at) =>
  days.flatMap((born, day) =>
    enrolments.map((enrolled, which) => ({
      code: 1 + at * 100 + day * 10 + which,
      surname,
      born,
      enrolments: enrolled,
      imports: imports[(at + day + which) % imports.length] ?? [],
    })),
  ),
)
const occurrences = [
  ['ENG', '23'],
  ['ENG', '24'],
  ['MAT', '24'],
] as const

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  let id = 0
  await loadEbs(server.url, {
    people: world.map(({ code, surname, born }) => ({
      person_code: code,
      surname,
      date_of_birth: born,
    })),
    unit_instances: [{ fes_unit_instance_code: 'ENG' }, { fes_unit_instance_code: 'MAT' }],
    unit_instance_occurrences: occurrences.map(([course, when], at) => ({
      uio_id: at,
      fes_uins_instance_code: course,
      calocc_occurrence_code: when,
    })),
    people_units: world.flatMap((someone) =>
      someone.enrolments.map(([course, when]) => ({
        id: (id += 1),
        person_code: someone.code,
        uio_id: occurrences.findIndex(([c, w]) => c === course && w === when),
      })),
    ),
  })
  // Beside each record from the PLR a later one that is none.
  const records = world.flatMap(({ code, imports: days }) =>
    days.flatMap((day) => [
      { per_person_code: code, source: 'PLR data', created_date: day },
      { per_person_code: code, source: null, created_date: '2026-03-01' },
    ]),
  )
  await loadEbs(server.url, {
    attainments: records.map((row, at) => ({
      attainment_code: at + 1,
      atype_attainment_type_code: 'PLR',
      ...row,
    })),
  })
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a value, null for empty, passes a rule. */
function passes(
  value: string | null,
  { operator, value: given }: ConditionRule,
  text: boolean,
): boolean {
  const own = value === '' || value === null ? null : text ? fold(value) : value
  const asked = typeof given === 'string' ? (text ? fold(given) : given) : ''
  switch (operator) {
    case 'null':
      return own === null
    case 'notNull':
      return own !== null
    case '!=':
      return own !== asked
    case '=':
      return own === asked
    case 'contains':
      return own?.includes(asked) ?? false
    default:
      return own !== null && (operator === '<' ? own < asked : own >= asked)
  }
}

const isEnrolment = (rule: ConditionRule) => rule.field === 'course' || rule.field === 'occurrence'
const ofEnrolment = ([course, when]: readonly [string, string], rule: ConditionRule) =>
  passes(rule.field === 'course' ? course : when, rule, true)

function ownValue({ surname, born, imports: days }: Someone, field: string): string | null {
  if (field === 'surname') return surname
  return field === 'dateOfBirth' ? born : ([...days].sort().at(-1) ?? null)
}

function found(someone: Someone, group: ConditionGroup): boolean {
  const rules = group.rules.filter((rule): rule is ConditionRule => !('rules' in rule))
  const some = rules.filter((rule) => isEnrolment(rule) && !['!=', 'null'].includes(rule.operator))
  const parts = [
    ...group.rules.flatMap((rule) => ('rules' in rule ? [found(someone, rule)] : [])),
    ...rules
      .filter((rule) => !isEnrolment(rule))
      .map((rule) => passes(ownValue(someone, rule.field), rule, rule.field === 'surname')),
    ...rules
      .filter((rule) => isEnrolment(rule) && !some.includes(rule))
      .map((rule) => someone.enrolments.every((each) => ofEnrolment(each, rule))),
    ...(group.combinator === 'and' && some.length > 0
      ? [someone.enrolments.some((each) => some.every((rule) => ofEnrolment(each, rule)))]
      : some.map((rule) => someone.enrolments.some((each) => ofEnrolment(each, rule)))),
  ]
  const all =
    parts.length === 0 || (group.combinator === 'and' ? parts.every(Boolean) : parts.some(Boolean))
  return group.not ? !all : all
}

const anyRule: fc.Arbitrary<ConditionRule> = fc.oneof(
  fc.record({
    field: fc.constant('surname'),
    operator: fc.constantFrom('=', '!=', 'contains', '<', '>=', 'null', 'notNull'),
    value: fc.constantFrom('ash', 'ASHE', 'äsh', '0%'),
  }),
  fc.record({
    field: fc.constant('dateOfBirth'),
    operator: fc.constantFrom('=', '!=', '<', '>=', 'null', 'notNull'),
    value: fc.constantFrom('2005-01-01', '2005-06-30'),
  }),
  fc.record({
    field: fc.constant('plrImported'),
    operator: fc.constantFrom('=', '!=', '<', '>=', 'null', 'notNull'),
    value: fc.constantFrom('2026-01-01', '2026-02-01'),
  }),
  fc.record({
    field: fc.constantFrom('course', 'occurrence'),
    operator: fc.constantFrom('=', '!=', 'null', 'notNull'),
    value: fc.constantFrom('eng', 'MAT', '23', '24'),
  }),
)

const { group: anyGroup } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc.record({
    combinator: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    rules: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 4 }, anyRule, tie('group')), {
      maxLength: 4,
    }),
  }),
}))

it('finds for any condition exactly whom it describes', async () => {
  const directory = createLearnerDirectory({ database, mapping: testMapping('pg') })
  await fc.assert(
    fc.asyncProperty(anyGroup, async (condition) => {
      const answer = await directory.search(
        { condition, sort: [{ field: 'personCode', direction: 'asc' }], limit: 1000 },
        { kind: 'all' },
        new AbortController().signal,
      )
      const codes =
        answer.kind === 'found'
          ? answer.learners.map(({ learner }) => Number(learner.personCode))
          : answer
      expect(codes).toEqual(
        world.filter((someone) => found(someone, condition)).map(({ code }) => code),
      )
    }),
    { numRuns: 300 },
  )
}, 120_000)
