import { describe, expect, it } from '@jest/globals'
import { parseArea } from './address.ts'
import { selectedFigures } from './figures.ts'
import { perform } from './perform.ts'
import { createWorkbook } from './sheets.ts'
import { addTable } from './tables.ts'
import { writeValues } from './write.ts'

const area = (text: string) => parseArea(text)!

const start = () => {
  const workbook = createWorkbook()
  const sheet = workbook.activeSheet
  writeValues(workbook, sheet, area('A1:C4'), [
    ['Name', 'Points', 'Code'],
    ['Ng', 1, "'9000000016"],
    ['Abe', 2, ''],
    ['Lee', 6, true],
  ])
  const figuresOf = (...addresses: string[]) => {
    perform(workbook, { do: 'select', sheetId: sheet.id, areas: addresses.map(area) })
    return selectedFigures(workbook)
  }
  return { workbook, sheet, figuresOf }
}

describe('figures of the selection', () => {
  it('count what is not empty, and add up numbers alone', () => {
    expect(start().figuresOf('A2:C4')).toEqual({ count: 8, sum: 9, average: 3 })
  })

  it('have no sum without a number: digits kept as text are none', () => {
    expect(start().figuresOf('C2:C3')).toEqual({ count: 1, sum: null, average: null })
  })

  it('are of all areas together, of each cell once', () => {
    const { figuresOf } = start()
    expect(figuresOf('B2', 'B4')).toEqual({ count: 2, sum: 7, average: 3.5 })
    expect(figuresOf('A2:B3', 'B3:B4')).toEqual({ count: 5, sum: 9, average: 3 })
    expect(figuresOf('B:B', 'XFD1:XFD9')).toEqual({ count: 4, sum: 9, average: 3 })
  })

  it('leave out rows that a filter or a hand hides', () => {
    const { workbook, sheet, figuresOf } = start()
    const table = addTable(workbook, sheet, area('A1:C4'), true)
    const column = 0
    perform(workbook, { do: 'filter-values', tableId: table.id, column, values: ['Ng', 'Lee'] })
    expect(figuresOf('B2:B4')).toEqual({ count: 2, sum: 7, average: 3.5 })
  })

  it('show no sum beside an error', () => {
    const { workbook, sheet, figuresOf } = start()
    writeValues(workbook, sheet, area('B3'), [['=1/0']])
    expect(figuresOf('B2:B4')).toEqual({ count: 3, sum: null, average: null })
  })
})
