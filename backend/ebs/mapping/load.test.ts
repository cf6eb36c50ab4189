import { describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { facts } from '../../../tests/support/compareSamples.ts'
import { createWriter } from '../../plr/compare/written.ts'
import { mappingFile } from './file.ts'
import { readMapping } from './load.ts'
import type { Mapping } from './mapping.ts'

const defaults = { attainmentType: 'PLR' }

async function mappingOf(
  client: 'pg' | 'mssql' | 'oracledb',
  file: object | string,
): Promise<Mapping> {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readMapping(client, text, 'site.jsonc', defaults)
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'))
  return read.mapping
}

async function problemsOf(text: string): Promise<readonly string[]> {
  const read = await readMapping('pg', text, 'site.jsonc', defaults)
  return read.kind === 'wrong' ? read.problems : []
}

describe('the shipped mappings', () => {
  it.each([
    ['pg', 'public.people', 'unique_learn_no', { generated: true }],
    ['oracledb', 'FES.PEOPLE', 'UNIQUE_LEARN_NO', null],
    ['mssql', 'dbo.PEOPLE', 'UNIQUE_LEARN_NO', null],
  ] as const)('name the tables of %s', async (client, people, uln, code) => {
    const loaded = await readMapping(client, '{}', '', defaults)
    expect(loaded.kind).toBe('mapping')
    if (loaded.kind !== 'mapping') return
    expect(loaded.mapping.table('PEOPLE')).toBe(people)
    expect(loaded.mapping.column('PEOPLE', 'UNIQUE_LEARN_NO')).toBe(uln)
    expect(loaded.mapping.attainmentCode).toEqual(code)
  })

  it('write what is agreed, and compare what is agreed', async () => {
    const { columns, source, defaultType } = (await mappingOf('pg', {})).attainment
    expect(columns.map(({ column, from }) => `${from} → ${column}`)).toEqual([
      'type → ATYPE_ATTAINMENT_TYPE_CODE',
      'title → DESCRIPTION',
      'grade → GRADE',
      'awardDate → DATE_AWARDED',
      'aim → FES_QUALIFICATION_AIM',
      'source → SOURCE',
      'eventId → SOURCE_ID',
      'credits → CATS_CREDITS',
    ])
    expect(columns.filter(({ compared }) => !compared).map(({ from }) => from)).toEqual([
      'type',
      'source',
      'eventId',
    ])
    expect([source, defaultType]).toEqual(['PLR data', 'PLR'])
  })
})

describe('a mapping file', () => {
  it('may rename owner, tables and columns, with comments and trailing commas', async () => {
    const mapping = await mappingOf(
      'oracledb',
      `{
        // our ebs has an owner of its own
        "owner": "COLL_FES",
        "tables": { "PEOPLE": { "name": "PEOPLE_V", "columns": { "UNIQUE_LEARN_NO": "ULN" } }, },
      }`,
    )
    expect(mapping.table('PEOPLE')).toBe('COLL_FES.PEOPLE_V')
    expect(mapping.table('USERS')).toBe('COLL_FES.USERS')
    expect(mapping.column('PEOPLE', 'UNIQUE_LEARN_NO')).toBe('ULN')
    expect(mapping.column('PEOPLE', 'SURNAME')).toBe('SURNAME')
  })

  it('may change, add and take out columns of an attainment', async () => {
    const { columns } = (
      await mappingOf('mssql', {
        attainments: {
          columns: [
            { column: 'CATS_CREDITS', from: null },
            { column: 'DESCRIPTION', from: 'title', length: 100 },
            { column: 'FES_YEAR_ACHIEVED', from: 'awardYear', length: 4, compared: false },
          ],
        },
      })
    ).attainment
    expect(columns.find(({ column }) => column === 'CATS_CREDITS')).toBeUndefined()
    expect(columns.find(({ column }) => column === 'DESCRIPTION')).toMatchObject({
      length: 100,
      required: true,
    })
    expect(columns.find(({ column }) => column === 'FES_YEAR_ACHIEVED')).toEqual({
      column: 'FES_YEAR_ACHIEVED',
      from: 'awardYear',
      length: 4,
      unit: 'characters',
      required: false,
      compared: false,
      insertOnly: false,
    })
  })

  it('takes lengths for bytes on Oracle, and for what the file says, of all columns or one', async () => {
    const units = async (client: Mapping['client'], attainments: object) =>
      (await mappingOf(client, { attainments })).attainment.columns.flatMap(({ from, unit }) =>
        from === 'title' || from === 'grade' ? [unit] : [],
      )
    expect(await units('oracledb', {})).toEqual(['bytes', 'bytes'])
    expect(await units('mssql', {})).toEqual(['characters', 'characters'])
    expect(await units('oracledb', { unit: 'characters' })).toEqual(['characters', 'characters'])
    const columns = [{ column: 'GRADE', from: 'grade', unit: 'characters' }]
    expect(await units('oracledb', { columns })).toEqual(['bytes', 'characters'])
  })

  it('may translate whatever LRS sends as an awarding organisation, a UKPRN or not', async () => {
    const examBoards = { '100060': 'AQA', UNKNWN: 'NONE', TEST0045: 'TEST', '90000051': 'WJEC' }
    const { attainment } = await mappingOf('oracledb', {
      attainments: { examBoards, columns: [{ column: 'FES_EXAM_BOARD', from: 'examBoard' }] },
    })
    const write = createWriter(attainment)
    const board = (awardingOrganisationUkprn: string | null) =>
      write(facts({ awardingOrganisationUkprn })).values['FES_EXAM_BOARD']
    expect(['100060', ' unknwn', 'TEST0045', '90000051'].map(board)).toEqual([
      'AQA',
      'NONE',
      'TEST',
      'WJEC',
    ])
    // Left out: what the table lacks is left as ebs has it.
    expect(['999999', null].map(board)).toEqual([undefined, undefined])
  })

  it.each([
    { sequence: 'FES.ATTAINMENT_SEQ' },
    { generated: true },
    { procedure: 'FES.NEXT_CODE' },
    { counter: { table: 'FES.COUNTERS', column: 'LAST_VALUE', where: { NAME: 'ATTAINMENT' } } },
  ])('may name how a code is made: %j', async (code) => {
    expect((await mappingOf('oracledb', { attainments: { code } })).attainmentCode).toEqual(code)
  })
})

describe('a wrong mapping file is refused with the line at fault', () => {
  it.each([
    ['{\n "ownr": "X"\n}', 'line 2: ownr is not a name known here'],
    ['{\n\n "owner": "a; drop"\n}', 'line 3: owner is wrong: must be a plain name'],
    [
      '{\n "tables": {\n  "PEOPLE": {\n   "columns": {"uln": "x"}}}}',
      'line 4: tables.PEOPLE.columns.uln',
    ],
    ['{\n "tables": {\n  "PUPILS": {}}}', 'line 3: tables.PUPILS is not a name known here'],
    [
      '{"attainments": {\n "columns": [\n  {"column": "GRADE", "from": "marks"}]}}',
      'line 3: attainments.columns.0.from is wrong',
    ],
    [
      '{"attainments": {"columns": [\n {"column": "ATTAINMENT_CODE", "from": "eventId"}]}}',
      'line 2: attainments.columns.0.column ATTAINMENT_CODE is filled by the link itself',
    ],
    [
      '{"attainments": {\n "columns": [{"column": "SOURCE", "from": null}]}}',
      'line 2: attainments.columns leave no column for "source"',
    ],
    ['{"attainments": {\n "examBoards": {"": "AQA"}}}', 'line 2: attainments.examBoards'],
    [
      '{"attainments": {"examBoards": {\n "UNKNWN": "A",\n "unknwn ": "B"}}}',
      'line 3: attainments.examBoards.unknwn  is there twice',
    ],
    ['{"attainments": {\n "code": {"sequnce": "X"}}}', 'line 2: attainments.code'],
    [
      '{"searchFields": [\n {"name": "group", "label": "Group", "column": "FES_USER_1", "type": "choice"}]}',
      'line 2: searchFields.0 is a choice and needs "values"',
    ],
    ['{\n "owner": "X",,\n}', 'line 2: is no JSON'],
    ['', 'line 1: is no JSON'],
  ])('%j', async (text, problem) => {
    expect((await problemsOf(text)).join('\n')).toContain(problem)
  })

  it('along with its rule files, whatever else is wrong', async () => {
    const text =
      '{"ownr": "X",\n "rules": {"junk": "/nowhere/junk.json", "grades": "/nowhere/g.json"}}'
    expect(await problemsOf(text)).toEqual([
      'site.jsonc, line 1: ownr is not a name known here.',
      '/nowhere/junk.json (rules.junk of the mapping) cannot be read.',
      '/nowhere/g.json (rules.grades of the mapping) cannot be read.',
    ])
  })
})

it('has its JSON Schema in docs', async () => {
  const documented = new URL('../../../docs/schema-mapping.schema.json', import.meta.url)
  expect(JSON.parse(await readFile(documented, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(z.toJSONSchema(mappingFile, { io: 'input' }))),
  )
})
