import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { columnName, formatArea, fullAddress, parseArea, splitSheet } from './address.ts'
import { between, MAX_COLUMNS, MAX_ROWS } from './area.ts'

describe('addresses', () => {
  it('read what they write', () => {
    const row = fc.nat(MAX_ROWS - 1)
    const column = fc.nat(MAX_COLUMNS - 1)
    fc.assert(
      fc.property(row, column, row, column, (row1, column1, row2, column2) => {
        const area = between(row1, column1, row2, column2)
        expect(parseArea(formatArea(area))).toEqual(area)
        expect(parseArea(formatArea(area, '$'))).toEqual(area)
      }),
    )
  })

  it('write whole rows and columns without the other end', () => {
    expect(['B:D', '2:5', 'A1', 'C3:B2'].map((text) => formatArea(parseArea(text)!))).toEqual([
      'B:D',
      '2:5',
      'A1',
      'B2:C3',
    ])
  })

  it.each(['', 'A', '1', 'hello world', 'A0', 'XFE1', 'A1048577', 'A1:B', 'A:1', 'A1:B2:C3'])(
    'are not %j',
    (text) => {
      expect(parseArea(text)).toBeNull()
    },
  )

  it('quote sheet names where they must', () => {
    const area = parseArea('A1')!
    const names = ['Data', 'My data', "O'Neill", 'Attainments (PLR)', 'A1', 'École']
    expect(names.map((name) => fullAddress(name, area))).toEqual([
      'Data!A1',
      "'My data'!A1",
      "'O''Neill'!A1",
      "'Attainments (PLR)'!A1",
      "'A1'!A1",
      'École!A1',
    ])
    expect(splitSheet("'O''Neill'!A1")).toEqual({ sheet: "O'Neill", rest: 'A1' })
  })

  it('name columns', () => {
    expect([0, 25, 26, 701, 702, MAX_COLUMNS - 1].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })
})
