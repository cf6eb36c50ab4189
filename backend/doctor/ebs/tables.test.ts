import { expect, it } from '@jest/globals'
import { testMapping } from '../../ebs/mapping/testing.ts'
import type { SiteColumn } from '../catalogue/read.ts'
import { neededColumns } from './needs.ts'
import type { Site } from './site.ts'
import { checkTables } from './tables.ts'

const types = { text: 'VARCHAR2', number: 'NUMBER', day: 'DATE', time: 'DATE' }

/** An Oracle whose tables fit the usual mapping, but for what is changed in every column of texts. */
function siteWith(text: Partial<SiteColumn>, file: object = {}): Site {
  const mapping = testMapping('oracledb', file)
  const lengths = new Map(mapping.attainment.columns.map((each) => [each.column, each.length]))
  const columns = neededColumns(mapping).map(
    ({ table, column, kind }): SiteColumn & { id: string } => {
      const type = types[kind ?? 'text']
      const own = type === 'VARCHAR2' ? { length: lengths.get(column) ?? 50, ...text } : {}
      return {
        id: table,
        owner: 'FES',
        table,
        column,
        type,
        length: null,
        bytes: false,
        digits: null,
        scale: null,
        nullable: true,
        filled: false,
        ...own,
      }
    },
  )
  return {
    mapping,
    column: (id: string, name: string) =>
      columns.find((each) => each.id === id && each.column === name),
    columnsOf: (id: string) => columns.filter((each) => each.id === id),
  } as unknown as Site
}

const said = (site: Site) =>
  checkTables(site)
    .filter(({ level }) => level !== 'ok')
    .map(({ level, what, action }) => [level, what, action].join(': '))

it('finds nothing to say where column and mapping count alike', () => {
  expect(said(siteWith({ bytes: true }))).toEqual([])
  expect(said(siteWith({}, { attainments: { unit: 'characters' } }))).toEqual([])
})

it('says once for all columns when the mapping counts characters and ebs bytes, or the other way', () => {
  expect(said(siteWith({ bytes: true }, { attainments: { unit: 'characters' } }))).toEqual([
    expect.stringMatching(/^problem: The mapping counts characters .*Set "unit": "bytes"/),
  ])
  expect(said(siteWith({}))).toEqual([
    expect.stringMatching(/^note: The mapping counts bytes .*Set "unit": "characters"/),
  ])
})

it('names the columns with type and length, in bytes where those count', () => {
  const [finding] = checkTables(
    siteWith({ bytes: true }, { attainments: { unit: 'characters' } }),
  ).filter(({ level }) => level === 'problem')
  expect(finding?.detail).toContain('DESCRIPTION VARCHAR2(240 bytes)')
  expect(finding?.detail).not.toContain('CATS_CREDITS')
})

it('says where a column is shorter or longer than the mapping takes it to be', () => {
  expect(said(siteWith({ bytes: true, length: 100 }))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^problem: The mapping takes DESCRIPTION to be 240 long/),
      expect.stringMatching(/^note: The mapping takes SOURCE to be 10 long/),
    ]),
  )
})
