import { describe, expect, it } from '@jest/globals'
import { dialectOf, sql } from '../../database/index.ts'
import { testMapping } from '../../ebs/mapping/testing.ts'
import type { CatalogueReader } from '../catalogue/read.ts'
import type { Site } from './site.ts'
import { checkTextIndexes, comparedAs, isSameExpression } from './textIndexes.ts'

/** How each catalogue writes an index that searches by surname can use, and some that they cannot. */
const written = {
  pg: [
    String.raw`CASE WHEN octet_length(surname::text) = char_length(surname::text) THEN lower(surname::text COLLATE "C") ELSE regexp_replace(NORMALIZE(lower(surname::text COLLATE "und-x-icu"), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text) COLLATE "C" END`,
    'lower(surname::text)',
  ],
  oracledb: ['UPPER("SURNAME")', 'LOWER("SURNAME")'],
  mssql: [
    '([SURNAME] collate Latin1_General_100_CI_AI)',
    '[SURNAME] collate SQL_Latin1_General_CP1_CI_AS',
  ],
} as const
const engines = ['pg', 'oracledb', 'mssql'] as const

const siteWith = (client: (typeof engines)[number], expressions: readonly string[]): Site => {
  const mapping = testMapping(client)
  const [owner = '', table = ''] = mapping.table('PEOPLE').split('.')
  const textIndexes: CatalogueReader['textIndexes'] = () =>
    Promise.resolve(expressions.map((expression) => ({ owner, table, expression })))
  return {
    mapping,
    catalogue: { textIndexes },
    column: () => ({}),
    key: (...names: readonly string[]) => names.join('\n'),
  } as unknown as Site
}

describe.each(engines)('on %s', (client) => {
  const [fitting, other] = written[client]

  it('knows the index that searches by surname can use from others', async () => {
    expect(await checkTextIndexes(siteWith(client, [other, fitting]))).toEqual([
      expect.objectContaining({ level: 'ok', what: 'An index serves searches by surname' }),
    ])
    expect(await checkTextIndexes(siteWith(client, [other]))).toMatchObject([{ level: 'note' }])
  })

  it('names what searches compare, and never advises an index on the bare column alone', async () => {
    const [finding] = await checkTextIndexes(siteWith(client, []))
    const expression = comparedAs(client, testMapping(client).column('PEOPLE', 'SURNAME'))
    expect(finding?.detail).toContain(expression)
    expect(finding?.detail).toMatch(/“contains” and “ends with” no index can help/)
    expect(finding?.action).toContain(expression)
    expect(finding?.action).toMatch(client === 'mssql' ? /ask Tribal first/ : /ask the DBA/)
  })

  it('takes the expression from the statement itself', () => {
    const column = sql`c`
    expect(isSameExpression(dialectOf(client).folded(column).text, comparedAs(client, 'c'))).toBe(
      true,
    )
  })
})
