import { describe, expect, it } from '@jest/globals'
import { parseArea } from './address.ts'
import { createWorkbook } from './sheets.ts'
import { addTable } from './tables.ts'
import { perform } from './perform.ts'
import { readArea, textAt } from './read.ts'
import { writeValues } from './write.ts'
import { Refusal } from './refusal.ts'
import { copiedText, filterChoices, readNameBox } from './lookups.ts'

const area = (text: string) => parseArea(text)!

const start = () => {
  const workbook = createWorkbook()
  const sheet = workbook.activeSheet
  writeValues(workbook, sheet, area('A1:B4'), [
    ['Name', 'Grade'],
    ['Ng', 'B'],
    ['Abe', 'A'],
    ['Lee', 'a'],
  ])
  const table = addTable(workbook, sheet, area('A1:B4'), true)
  const texts = (address: string): string[][] =>
    readArea(area(address), (row, column) => textAt(workbook, sheet, row, column))
  return { workbook, sheet, table, texts, sheetId: sheet.id, tableId: table.id }
}

describe('what a user does', () => {
  it('filters by a list without case, and sees the choices', () => {
    const { workbook, sheet, tableId, table } = start()
    perform(workbook, { do: 'filter-values', tableId, column: 1, values: ['A'] })
    expect([...table.filteredRows]).toEqual([1])
    expect(filterChoices(workbook, tableId, 1).choices).toEqual([
      { text: 'A', chosen: true },
      { text: 'B', chosen: false },
    ])
    perform(workbook, { do: 'clear-filter', tableId })
    expect(table.filteredRows.size).toBe(0)
    expect(sheet.hiddenRows.size).toBe(0)
  })

  it('sorts the rows in sight and leaves hidden ones where they are', () => {
    const { workbook, sheetId, tableId, texts } = start()
    perform(workbook, { do: 'hide', axis: 'rows', sheetId, first: 2, count: 1 })
    perform(workbook, { do: 'sort', tableId, column: 0, ascending: true })
    expect(texts('A2:A4').flat()).toEqual(['Lee', 'Abe', 'Ng'])
  })

  it('pastes into the rows in sight, and takes it back', () => {
    const { workbook, sheetId, tableId, texts } = start()
    perform(workbook, { do: 'filter-values', tableId, column: 1, values: ['A'] })
    perform(workbook, { do: 'paste', sheetId, row: 2, column: 0, text: 'one\r\ntwo\r\n' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'one', 'two'])
    perform(workbook, { do: 'undo' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'Abe', 'Lee'])
  })

  it('clears only what is in sight, in one step back', () => {
    const { workbook, sheetId, texts } = start()
    perform(workbook, { do: 'hide', axis: 'rows', sheetId, first: 2, count: 1 })
    perform(workbook, { do: 'clear', sheetId, areas: [area('A2:A4')] })
    expect(texts('A2:A4').flat()).toEqual(['', 'Abe', ''])
    perform(workbook, { do: 'undo' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'Abe', 'Lee'])
  })

  it('copies texts of the rows in sight', () => {
    const { workbook, sheetId } = start()
    perform(workbook, { do: 'hide', axis: 'rows', sheetId, first: 1, count: 1 })
    perform(workbook, { do: 'select', sheetId, areas: [area('A:B')] })
    expect(copiedText(workbook)).toBe('Name\tGrade\nAbe\tA\nLee\ta')
  })

  it('goes where the name box says', () => {
    const { workbook, sheetId, table } = start()
    expect(readNameBox(workbook, 'A2:B2, A4:B4')).toEqual({
      sheetId,
      areas: [area('A2:B2'), area('A4:B4')],
    })
    expect(readNameBox(workbook, table.name)?.areas).toEqual([area('A2:B4')])
    expect(readNameBox(workbook, 'nowhere else')).toBeNull()
  })

  it('copies, renames and deletes sheets', () => {
    const { workbook, sheetId } = start()
    perform(workbook, { do: 'copy-sheet', sheetId })
    const copy = workbook.activeSheet
    expect([copy.name, copy.tables[0]?.name]).toEqual(['Sheet1 (2)', 'Table12'])
    perform(workbook, { do: 'rename-sheet', sheetId: copy.id, name: 'Copy' })
    perform(workbook, { do: 'delete-sheet', sheetId })
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Copy'])
    const last = () => {
      perform(workbook, { do: 'delete-sheet', sheetId: copy.id })
    }
    expect(last).toThrow(Refusal)
  })
})
