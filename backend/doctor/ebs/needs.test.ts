import { expect, it } from '@jest/globals'
import { dialectOf } from '../../database/index.ts'
import type { Database, Row, Transaction } from '../../database/index.ts'
import { createAttainmentReader } from '../../ebs/attainments/index.ts'
import { createAttainmentWriter } from '../../ebs/attainments/writeAttainments.ts'
import { createLearnerDirectory } from '../../ebs/learners/index.ts'
import type { Mapping } from '../../ebs/mapping/index.ts'
import { testMapping } from '../../ebs/mapping/testing.ts'
import { findEbsUser } from '../../ebs/users/index.ts'
import { neededColumns, writtenColumns } from './needs.ts'

/** A mapping that notes which columns it is asked for. */
function watched(mapping: Mapping): { mapping: Mapping; asked: Set<string> } {
  const asked = new Set<string>()
  return {
    asked,
    mapping: {
      ...mapping,
      column(table, ebsName) {
        asked.add(`${table}.${ebsName}`)
        return mapping.column(table, ebsName)
      },
    },
  }
}

const dialect = dialectOf('pg')
const read = (): Promise<readonly Row[]> => Promise.resolve([])
const database = { dialect, read } as unknown as Database
const transaction = { read } as unknown as Transaction
const file = {
  institutionContext: { value: 3 },
  searchFields: [{ name: 'house', label: 'House', column: 'FES_USER_7', type: 'text' }],
  attainments: {
    columns: [{ column: 'FES_NCVQ_LEVEL', from: 'levelDigit' }],
    constants: { FES_THIS_INST: 'N' },
  },
}

it('lists every column that the parts of the link ask for', async () => {
  const { mapping, asked } = watched(testMapping('pg', file))
  const directory = createLearnerDirectory({ database, mapping })
  const signal = new AbortController().signal
  for (const { name } of directory.fields()) {
    const rules = [{ field: name, operator: 'notNull' as const, value: '' }]
    await directory.search(
      { condition: { combinator: 'and', rules } },
      { kind: 'organisations', codes: ['ARTS'] },
      signal,
    )
  }
  await directory.find(['1'], { kind: 'all' })
  const reader = createAttainmentReader(mapping, dialect)
  await reader.ofPeople(database, ['1'])
  await reader.stamped(database, ['1'])
  const writer = createAttainmentWriter(mapping, dialect)
  await writer.insert(transaction, [{ personCode: '1', values: {} }], 'A').catch(() => undefined)
  await writer
    .update(transaction, [{ attainmentCode: '1', personCode: '1', before: {}, after: {} }], 'A')
    .catch(() => undefined)
  await findEbsUser(database, mapping, 'a@b')

  const needed = new Set(neededColumns(mapping).map(({ table, column }) => `${table}.${column}`))
  expect(asked.size).toBeGreaterThan(35)
  expect([...asked].filter((each) => !needed.has(each))).toEqual([])
})

it('knows what Update writes, with constants and institution, and a code unless ebs makes it', () => {
  const generated = writtenColumns(testMapping('pg', file))
  expect(generated.inserted).toEqual(
    expect.arrayContaining(['FES_NCVQ_LEVEL', 'FES_THIS_INST', 'INSTITUTION_CONTEXT_ID']),
  )
  expect(generated.inserted).not.toContain('ATTAINMENT_CODE')
  expect(generated.updated).not.toEqual(expect.arrayContaining(['SOURCE']))
  const sequence = testMapping('mssql', { attainments: { code: { sequence: 'dbo.SEQ' } } })
  expect(writtenColumns(sequence).inserted).toContain('ATTAINMENT_CODE')
})
