import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { ConditionGroup, ConditionRule, SearchRequest } from '../../../contract/index.ts'
import { loadEbs, testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, type Database } from '../../database/index.ts'
import type { Visibility } from '../../plr/learner/learner.ts'
import { testMapping } from '../mapping/testing.ts'
import { createLearnerDirectory } from './directory.ts'

const person = (person_code: number, surname: string, more: object = {}) => ({
  person_code,
  surname,
  forename: 'Al',
  ...more,
})

const ebs = {
  people: [
    person(1, 'Ash', { unique_learn_no: 1000000001, sname16: 'Rowan', lrs_ability_to_share: '0' }),
    person(2, 'Birch', { unique_learn_no: 1000000002, is_active: 'Y', known_as: '' }),
    person(3, 'Cedar', { unique_learn_no: 1000000002, lrs_ability_to_share: '7' }),
    person(4, 'Dogwood', { unique_learn_no: 9999999999, institution_context_id: 2 }),
    person(5, 'Elder', { unique_learn_no: 9999999999 }),
    person(6, 'Staff', { fes_staff_code: 'S6', unique_learn_no: 1000000001 }),
    person(7, 'Ash', { unique_learn_no: 1000000001, forename: 'Bo' }),
    person(8, 'Fir', { date_of_birth: '2005-03-27', sex: 'F' }),
  ],
  people_deduplication_audit: [
    { id: 1, removed_person_code: 7, retained_person_code: 1 },
    { id: 2, removed_person_code: 90, retained_person_code: 91 },
    { id: 3, removed_person_code: 91, retained_person_code: 2 },
    { id: 4, removed_person_code: 80, retained_person_code: 81 },
    { id: 5, removed_person_code: 81, retained_person_code: 80 },
  ],
  unit_instances: [{ fes_unit_instance_code: 'ENG1' }, { fes_unit_instance_code: 'MAT1' }],
  unit_instance_occurrences: [
    occurrence(1, 'ENG1', '23/24', 'ARTS'),
    occurrence(2, 'ENG1', '24/25', 'ARTS'),
    occurrence(3, 'MAT1', '24/25', 'SCI'),
  ],
  people_units: [
    { id: 1, person_code: 1, uio_id: 1, progress_status: 'C' },
    { id: 2, person_code: 1, uio_id: 3, progress_status: 'A' },
    { id: 3, person_code: 2, uio_id: 2, progress_status: 'A' },
    { id: 4, person_code: 3, uio_id: 3, progress_status: 'W' },
  ],
  attainments: [
    attainment(1, 1, 'PLR data', '2026-09-01', { institution_context_id: 2 }),
    attainment(2, 2, 'LRS', '2026-09-02'),
    attainment(3, 8, 'PLR data', '2026-09-03'),
  ],
}

function attainment(
  attainment_code: number,
  per_person_code: number,
  source: string,
  created_date: string,
  more: object = {},
) {
  const atype_attainment_type_code = 'PLR'
  return {
    attainment_code,
    per_person_code,
    source,
    created_date,
    atype_attainment_type_code,
    ...more,
  }
}

function occurrence(uio_id: number, course: string, when: string, owner: string) {
  return {
    uio_id,
    fes_uins_instance_code: course,
    calocc_occurrence_code: when,
    owning_organisation: owner,
    fes_start_date: `20${when.slice(0, 2)}-09-01`,
  }
}

const all: Visibility = { kind: 'all' }
const arts: Visibility = { kind: 'organisations', codes: ['ARTS'] }
const byCode = [{ field: 'personCode', direction: 'asc' as const }]
let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  await loadEbs(server.url, ebs)
  database = openDatabase({
    client: 'pg',
    connection: { connectionString: server.url },
    limits: { statementMs: 600, lockWaitMs: 500 },
  })
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

const directory = (file: object = {}) =>
  createLearnerDirectory({ database, mapping: testMapping('pg', file) })

async function search(request: SearchRequest, visibility = all, file: object = {}) {
  const found = await directory(file).search(request, visibility, new AbortController().signal)
  if (found.kind !== 'found') throw new Error(found.detail)
  return found
}

async function codes(condition: ConditionGroup, visibility = all, file: object = {}) {
  const { learners } = await search({ condition, sort: byCode }, visibility, file)
  return learners.map(({ learner }) => learner.personCode).join(' ')
}

const and = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'and', rules })
const or = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'or', rules })
const not = (group: ConditionGroup): ConditionGroup => ({ ...group, not: true })
const rule = (
  field: string,
  operator: ConditionRule['operator'],
  value?: ConditionRule['value'],
): ConditionRule => ({ field, operator, value })

describe('search', () => {
  it('gives a learner as ebs holds them, with empty texts as null', async () => {
    const { learners } = await search({ condition: and(rule('surname', '=', 'birch')) })
    expect(learners.map(({ learner }) => learner)).toEqual([
      {
        personCode: '2',
        uln: '1000000002',
        surname: 'Birch',
        firstName: 'Al',
        knownAs: null,
        previousSurname: null,
        surnameAt16: null,
        dateOfBirth: null,
        sex: null,
        active: true,
        abilityToShare: null,
        sharesUlnWith: ['3'],
      },
    ])
  })

  it('finds everybody but staff for a group without rules, of either kind', async () => {
    expect(await codes(and())).toBe('1 2 3 4 5 7 8')
    expect(await codes(or())).toBe('1 2 3 4 5 7 8')
    expect(await codes(not(and()))).toBe('')
  })

  it('sorts by surname, first name and person code, and pages with a total', async () => {
    const page = async (offset: number, limit: number) => {
      const { learners, total } = await search({ condition: and(), offset, limit })
      return [total, ...learners.map(({ learner }) => learner.personCode)]
    }
    expect(await page(0, 3)).toEqual([7, '1', '7', '2'])
    expect(await page(3, 50)).toEqual([7, '3', '4', '5', '8'])
    expect(await page(50, 50)).toEqual([7])
  })

  it('sorts by other fields, what is empty last in both directions', async () => {
    const order = async (direction: 'asc' | 'desc') => {
      const sort = [{ field: 'dateOfBirth', direction }]
      return (await search({ condition: and(), sort, limit: 1 })).learners[0]?.learner.personCode
    }
    expect([await order('asc'), await order('desc')]).toEqual(['8', '8'])
  })

  it('refuses to sort by what a learner has several of, or what is no field', async () => {
    for (const field of ['course', 'plrImported', 'password']) {
      const answer = await directory().search(
        { condition: and(), sort: [{ field, direction: 'asc' }] },
        all,
        new AbortController().signal,
      )
      expect(answer.kind).toBe('invalid')
    }
  })

  it.each([
    [and(rule('course', '=', 'eng1')), '1 2'],
    [and(rule('course', '=', 'eng1'), rule('occurrence', '=', '24/25')), '2'],
    [and(and(rule('course', '=', 'eng1')), and(rule('occurrence', '=', '24/25'))), '1 2'],
    [or(rule('course', '=', 'eng1'), rule('occurrence', '=', '24/25')), '1 2 3'],
    [and(rule('course', '!=', 'eng1')), '3 4 5 7 8'],
    [and(rule('course', '!=', 'eng1'), rule('occurrence', '=', '24/25')), '3'],
    [and(rule('organisation', 'null')), '4 5 7 8'],
    [and(rule('organisation', 'notNull')), '1 2 3'],
    [and(rule('course', 'in', ['ENG1', 'MAT1']), rule('enrolmentStatus', '=', 'a')), '1 2'],
    [and(rule('startDate', '<', '2024-01-01')), '1'],
    [and(rule('organisation', 'beginsWith', 'S'), rule('surname', '=', 'ash')), '1'],
    [and(rule('course', 'in', ['ENG1', ''])), '1 2 4 5 7 8'],
    [and(rule('course', 'in', [''])), '4 5 7 8'],
    [not(and(rule('course', '=', 'eng1'))), '3 4 5 7 8'],
  ])('asks of enrolments: %j', async (condition, found) => {
    expect(await codes(condition)).toBe(found)
  })

  it('takes `not` for everybody whom the group does not find, empty values included', async () => {
    expect(await codes(and(rule('dateOfBirth', '>', '2000-01-01')))).toBe('8')
    expect(await codes(not(and(rule('dateOfBirth', '>', '2000-01-01'))))).toBe('1 2 3 4 5 7')
    expect(await codes(not(or(rule('sex', '!=', 'F'), not(and(rule('uln', 'null'))))))).toBe('8')
  })

  it('refuses a ninth level and more than 200 rules, and takes eight and 200', async () => {
    const nested = (depth: number): ConditionGroup =>
      depth === 1 ? and(rule('surname', '=', 'ash')) : and(nested(depth - 1))
    expect(await codes(nested(8))).toBe('1 7')
    await expect(search({ condition: nested(9) })).rejects.toThrow('nested deeper than 8')
    const many = (count: number) => Array.from({ length: count }, () => rule('surname', '=', 'ash'))
    expect(await codes(and(...many(100), or(...many(100))))).toBe('1 7')
    await expect(search({ condition: and(...many(100), or(...many(101))) })).rejects.toThrow('201')
  })

  it('shows each only the learners of their organisations', async () => {
    expect(await codes(and(), arts)).toBe('1 2')
    expect(await codes(and(rule('occurrence', '=', '24/25')), arts)).toBe('1 2')
    expect(await codes(and(), { kind: 'organisations', codes: [] })).toBe('')
  })

  it('stays in its institution and in what the site calls a learner', async () => {
    expect(await codes(and(), all, { institutionContext: { value: 2, tables: ['PEOPLE'] } })).toBe(
      '4',
    )
    expect(await codes(and(), all, { learner: [{ column: 'FES_STAFF_CODE', is: 'filled' }] })).toBe(
      '6',
    )
    expect(
      await codes(and(), all, { learner: [{ column: 'SURNAME', in: ['Fir', 'Staff'] }] }),
    ).toBe('6 8')
  })

  it('searches by fields of the site', async () => {
    const file = {
      searchFields: [{ name: 'at16', label: 'Surname at 16', column: 'SNAME16', type: 'text' }],
    }
    expect(await codes(and(rule('at16', '=', 'rowan')), all, file)).toBe('1')
    expect(directory(file).fields().at(-1)).toMatchObject({
      name: 'at16',
      label: 'Surname at 16',
      type: 'text',
      matches: 'case and accents',
    })
  })

  it('asks when the PLR was last imported by the name the site gives its source', async () => {
    const imported = and(rule('plrImported', 'notNull'))
    expect(await codes(imported)).toBe('1 8')
    expect(await codes(imported, all, { attainments: { source: 'LRS' } })).toBe('2')
    expect(
      await codes(imported, all, { institutionContext: { value: 2, tables: ['ATTAINMENTS'] } }),
    ).toBe('1')
    expect(
      await codes(and(rule('plrImported', '<', '2026-09-03'), rule('surname', '=', 'ash'))),
    ).toBe('1')
  })

  it('offers the last import as a date', () => {
    expect(
      directory()
        .fields()
        .find(({ name }) => name === 'plrImported'),
    ).toMatchObject({
      label: 'PLR Last Imported',
      type: 'date',
    })
  })

  it('names whom ebs merged away beside the learner', async () => {
    const { learners } = await search({ condition: and(rule('surname', '=', 'ash')), sort: byCode })
    expect(learners.map(({ found }) => found)).toMatchObject([
      { kind: 'learner' },
      { kind: 'merged', personCode: '7', keptPersonCode: '1' },
    ])
  })

  it('is stopped at the time limit and names the slow condition, without its value', async () => {
    const holder = new pg.Client({ connectionString: server.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table people in access exclusive mode')
    const slow = openDatabase({
      client: 'pg',
      connection: { connectionString: server.url },
      limits: { statementMs: 300, lockWaitMs: 60_000 },
    })
    const answer = await createLearnerDirectory({
      database: slow,
      mapping: testMapping('pg'),
    }).search(
      { condition: and(rule('personCode', '=', '1'), rule('surname', 'contains', 'Secret')) },
      all,
      new AbortController().signal,
    )
    await holder.query('rollback')
    await holder.end()
    await slow.close()
    expect(answer).toMatchObject({ kind: 'too-slow' })
    expect(JSON.stringify(answer)).toContain('Surname contains')
    expect(JSON.stringify(answer)).not.toContain('Secret')
  })
})

describe('find', () => {
  it('has an entry for every code, and knows learners, the merged and nobody else', async () => {
    const found = await directory().find(['1', '3', '6', '7', '90', '4711', '3'], all)
    expect([...found.keys()]).toEqual(['1', '3', '6', '7', '90', '4711'])
    expect(found.get('1')).toMatchObject({
      kind: 'learner',
      learner: { surname: 'Ash', surnameAt16: 'Rowan', abilityToShare: '0', sharesUlnWith: null },
    })
    expect(found.get('3')).toMatchObject({
      learner: { abilityToShare: null, sharesUlnWith: ['2'] },
    })
    expect(found.get('6')).toEqual({ kind: 'unknown', personCode: '6' })
    expect(found.get('7')).toMatchObject({
      kind: 'merged',
      learner: { surname: 'Ash' },
      keptPersonCode: '1',
    })
    expect(found.get('90')).toEqual({
      kind: 'merged',
      personCode: '90',
      learner: null,
      keptPersonCode: '2',
    })
    expect(found.get('4711')).toEqual({ kind: 'unknown', personCode: '4711' })
  })

  it('takes the temporary ULN for nobody’s', async () => {
    const found = await directory().find(['4', '5'], all)
    expect([...found.values()]).toMatchObject([
      { learner: { sharesUlnWith: null } },
      { learner: { sharesUlnWith: null } },
    ])
  })

  it('lets nobody see learners outside their organisations, not even that they were merged', async () => {
    const kinds = async (visibility: Visibility) =>
      [...(await directory().find(['2', '3', '7', '90'], visibility)).values()].map(
        ({ kind }) => kind,
      )
    expect(await kinds(arts)).toEqual(['learner', 'unknown', 'merged', 'merged'])
    expect(await kinds({ kind: 'organisations', codes: ['SCI'] })).toEqual([
      'unknown',
      'learner',
      'merged',
      'unknown',
    ])
  })

  it('names nobody whom the asker may not see', async () => {
    const found = await directory().find(['2'], arts)
    expect(found.get('2')).toMatchObject({ learner: { sharesUlnWith: [] } })
    const { learners } = await search({ condition: and(rule('surname', '=', 'birch')) }, arts)
    expect(learners).toMatchObject([{ found: { kind: 'learner', learner: { sharesUlnWith: [] } } }])
  })

  it('asks no engine for a code longer than any of ebs', async () => {
    const code = '9'.repeat(40)
    expect((await directory().find([code], all)).get(code)).toEqual({
      kind: 'unknown',
      personCode: code,
    })
  })

  it('ends where merges go round in a circle', async () => {
    const found = await directory().find(['80'], all)
    expect(found.get('80')).toMatchObject({ kind: 'merged' })
  })
})
