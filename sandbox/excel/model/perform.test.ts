import { describe, expect, it } from '@jest/globals'
import { parseArea } from './address.ts'
import { createWorkbook } from './sheets.ts'
import { addTable } from './tables.ts'
import { perform } from './perform.ts'
import { readArea, textAt, valueAt } from './read.ts'
import { removeCells } from './shift.ts'
import { writeFormats, writeValues } from './write.ts'
import { Refusal } from './refusal.ts'
import { copiedText } from './copy.ts'
import { cellContent, filterChoices, readNameBox } from './lookups.ts'

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
    perform(workbook, { do: 'paste', sheetId, areas: [area('A3')], text: 'one\r\ntwo\r\n' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'one', 'two'])
    perform(workbook, { do: 'undo' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'Abe', 'Lee'])
  })

  it('takes back a paste that went around hidden rows', () => {
    const { workbook, sheetId, texts } = start()
    perform(workbook, { do: 'hide', axis: 'rows', sheetId, first: 2, count: 1 })
    perform(workbook, { do: 'paste', sheetId, areas: [area('A2')], text: 'one\r\ntwo\r\n' })
    expect(texts('A2:A4').flat()).toEqual(['one', 'Abe', 'two'])
    perform(workbook, { do: 'undo' })
    expect(texts('A2:A4').flat()).toEqual(['Ng', 'Abe', 'Lee'])
  })

  it('pastes one value into all that is selected, more from its first cell', () => {
    const { workbook, sheetId, texts } = start()
    const areas = [area('D1:E2'), area('D4')]
    perform(workbook, { do: 'paste', sheetId, areas, text: 'x' })
    expect(texts('D1:E4')).toEqual([
      ['x', 'x'],
      ['x', 'x'],
      ['', ''],
      ['x', ''],
    ])
    perform(workbook, { do: 'paste', sheetId, areas: [area('D1:E2')], text: '1\t"a\nb"' })
    expect(texts('D1:E2')).toEqual([
      ['1', 'a\nb'],
      ['x', 'x'],
    ])
  })

  it('pastes nowhere beyond the last row', () => {
    const { workbook, sheetId } = start()
    const beyond = () => {
      perform(workbook, { do: 'paste', sheetId, areas: [area('A1048576')], text: 'a\nb' })
    }
    expect(beyond).toThrow(Refusal)
  })

  it('makes a table longer by pasting over its end, and shorter again by undoing it', () => {
    const { workbook, sheetId, table, texts } = start()
    perform(workbook, { do: 'paste', sheetId, areas: [area('A4')], text: 'Kay\nOld\nNew' })
    expect(table.area).toEqual(area('A1:B6'))
    perform(workbook, { do: 'undo' })
    expect(texts('A4:A6').flat()).toEqual(['Lee', '', ''])
    expect(table.area).toEqual(area('A1:B4'))
  })

  it('gives a column beside the table a heading, and takes both back', () => {
    const { workbook, sheetId, table, texts } = start()
    perform(workbook, { do: 'type', sheetId, row: 2, column: 2, text: 'late' })
    expect(table.area).toEqual(area('A1:C4'))
    expect(table.columns.map(({ name }) => name)).toEqual(['Name', 'Grade', 'Column3'])
    expect(texts('C1')).toEqual([['Column3']])
    perform(workbook, { do: 'undo' })
    expect(table.area).toEqual(area('A1:B4'))
    expect(table.columns).toHaveLength(2)
    expect(texts('C1:C4').flat()).toEqual(['', '', '', ''])
  })

  it('keeps no step back for what was refused', () => {
    const { workbook, sheetId } = start()
    const refused = () => {
      perform(workbook, { do: 'type', sheetId, row: 0, column: 5, text: '=1+' })
    }
    expect(refused).toThrow(Refusal)
    expect(workbook.undo).toHaveLength(0)
  })

  it('moves, adds and deletes columns, and the one sorted by stays so', () => {
    const { workbook, sheet, sheetId, tableId, table } = start()
    const sorted = () => table.sort?.fields.map(({ key }) => table.columns[key]?.name)
    perform(workbook, { do: 'sort', tableId, column: 1, ascending: true })
    perform(workbook, { do: 'move-column', tableId, from: 1, to: 0 })
    expect(sorted()).toEqual(['Grade'])
    perform(workbook, { do: 'insert', axis: 'columns', sheetId, first: 1, count: 1 })
    perform(workbook, { do: 'move-column', tableId, from: 0, to: 3 })
    expect(sorted()).toEqual(['Grade'])
    removeCells(workbook, sheet, area('C:C'), 'Left')
    expect(table.sort).toBeNull()
  })

  it('lists the values of a column in their order, blanks last', () => {
    const { workbook, sheet } = start()
    writeValues(workbook, sheet, area('D1:D7'), [
      ['Date'],
      ['01/03/2024'],
      [''],
      ['02/01/2024'],
      [10],
      ['b'],
      ['A'],
    ])
    const other = addTable(workbook, sheet, area('D1:D7'), true)
    const texts = filterChoices(workbook, other.id, 0).choices.map(({ text }) => text)
    expect(texts).toEqual(['10', '02/01/2024', '01/03/2024', 'A', 'b', ''])
  })

  it('saves the workbook, which saves itself from then on', () => {
    const { workbook, sheetId } = start()
    perform(workbook, { do: 'save' })
    perform(workbook, { do: 'type', sheetId, row: 0, column: 5, text: 'x' })
    expect(workbook).toMatchObject({ previouslySaved: true, autoSave: true, dirty: false })
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

  it('copies areas apart that share rows or columns, each cell once', () => {
    const { workbook, sheetId } = start()
    const copied = (...addresses: string[]) => {
      perform(workbook, { do: 'select', sheetId, areas: addresses.map(area) })
      return copiedText(workbook)
    }
    expect(copied('4:4', '2:2', '2:2')).toBe('Ng\tB\nLee\ta')
    expect(copied('B1:B2', 'A1:A2')).toBe('Name\tGrade\nNg\tB')
    expect(() => copied('A1', 'B2:B3')).toThrow(Refusal)
  })

  it('pastes what was copied here as it was: texts stay texts, formats come along', () => {
    const { workbook, sheet, sheetId } = start()
    writeFormats(workbook, sheet, area('D2'), '@')
    writeValues(workbook, sheet, area('D1:D4'), [["'=1+1"], ['007'], ['31/01/2024'], ['=2*3']])
    perform(workbook, { do: 'select', sheetId, areas: [area('D1:D4')] })
    const text = copiedText(workbook).replaceAll('\n', '\r\n')
    perform(workbook, { do: 'paste', sheetId, areas: [area('F1')], text: `${text}\r\n` })
    const read = (column: number) =>
      [0, 1, 2, 3].map((row) => [
        valueAt(workbook, sheet, row, column),
        textAt(workbook, sheet, row, column),
      ])
    expect(read(5)).toEqual(read(3))
    perform(workbook, { do: 'paste', sheetId, areas: [area('H1')], text: '=1+1' })
    expect(valueAt(workbook, sheet, 0, 7)).toBe(2)
  })

  it('leaves room for the filter button when it fits a column', () => {
    const { workbook, sheet, sheetId, table } = start()
    const fitted = () => {
      perform(workbook, { do: 'fit-column', sheetId, column: 1 })
      return sheet.columnWidths[1] ?? 0
    }
    const beside = fitted()
    table.showFilterButton = false
    expect(beside - fitted()).toBeGreaterThanOrEqual(19)
  })

  it('copies all that is selected, what is empty included', () => {
    const { workbook, sheetId } = start()
    perform(workbook, { do: 'select', sheetId, areas: [area('B4:C5')] })
    expect(copiedText(workbook)).toBe('a\t\n\t')
  })

  it.each([
    ["'007", 'General', "'007"],
    ["'=1+1", 'General', "'=1+1"],
    ['007', '@', '007'],
    ['Smith', 'General', 'Smith'],
    ['31/01/2024', 'General', '31/01/2024'],
    ['31/01/2024', 'mmmm', '31/01/2024'],
    ['31/01/2024 12:30', 'General', '31/01/2024 12:30:00'],
    ['12:30', 'General', '12:30:00'],
    ['12.5%', 'General', '12.5%'],
    ['=1+1', 'General', '=1+1'],
    ['true', 'General', 'TRUE'],
    ['0.1', '0', '0.1'],
  ])(
    'edits %j in a cell of format %s as %j, which writes the same again',
    (text, format, shown) => {
      const { workbook, sheet, sheetId } = start()
      const at = { sheetId, row: 0, column: 5 }
      writeFormats(workbook, sheet, area('F1'), format)
      perform(workbook, { do: 'type', ...at, text })
      const held = () => [valueAt(workbook, sheet, 0, 5), textAt(workbook, sheet, 0, 5)]
      const before = held()
      const { formula } = cellContent(workbook, sheetId, 0, 5)
      expect(formula).toBe(shown)
      perform(workbook, { do: 'type', ...at, text: formula })
      expect(held()).toEqual(before)
    },
  )

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
