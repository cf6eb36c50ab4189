import { describe, expect, it } from '@jest/globals'
import { parseArea } from '../address.ts'
import { restyle } from '../cells.ts'
import { setFilter } from '../filter.ts'
import { parseFormula } from '../formula/parse.ts'
import { hideColumns, hideRows } from '../hide.ts'
import { addSheet, createWorkbook } from '../sheets.ts'
import { addTable } from '../tables.ts'
import { writeFormats, writeValues } from '../write.ts'
import { createViews } from './views.ts'

const area = (text: string) => parseArea(text)!

const start = () => {
  const workbook = createWorkbook()
  const sheet = workbook.activeSheet
  const views = createViews(workbook)
  const window = (firstRow: number, rowCount: number, firstColumn: number, columnCount: number) =>
    views.window({ sheetId: sheet.id, firstRow, rowCount, firstColumn, columnCount })
  return { workbook, sheet, views, window }
}

describe('what is drawn of a sheet', () => {
  it('shows texts by their format, aligned by kind', () => {
    const { workbook, sheet, window } = start()
    writeFormats(workbook, sheet, area('B1'), 'dd/mm/yyyy')
    writeValues(workbook, sheet, area('A1:D1'), [['x', 45322, true, '=1/0']])
    expect(window(0, 1, 0, 5).cells[0]).toEqual([
      { text: 'x', kind: 'text', align: 'left' },
      { text: '31/01/2024', kind: 'number', align: 'right' },
      { text: 'TRUE', kind: 'boolean', align: 'center' },
      { text: '#DIV/0!', kind: 'error', align: 'center' },
      null,
    ])
  })

  it('leaves out hidden rows and columns', () => {
    const { workbook, sheet, window } = start()
    hideRows(workbook, sheet, area('2:3'), true)
    hideColumns(workbook, sheet, area('A:A'), true)
    const drawn = window(0, 3, 0, 2)
    expect([drawn.rows, drawn.columns]).toEqual([
      [0, 3, 4],
      [1, 2],
    ])
  })

  it('draws conditional formats, the upper one winning', () => {
    const { workbook, sheet, window } = start()
    writeValues(workbook, sheet, area('A1:A3'), [['New'], ['Same'], ['Review']])
    const custom = (text: string, fill: string) => ({
      id: text,
      areas: [area('A1:B3')],
      rule: { kind: 'Custom' as const, formula: text, expression: parseFormula(text) },
      style: { fill },
      stopIfTrue: false,
    })
    sheet.conditionalFormats = [
      custom('=$A1="Review"', '#FFEB9C'),
      custom('=$A1<>"Same"', '#C6EFCE'),
      {
        id: 'text',
        areas: [area('A1:A3')],
        rule: { kind: 'ContainsText', rule: { text: 'sa', operator: 'BeginsWith' } },
        style: { fontColor: '#808080' },
        stopIfTrue: false,
      },
    ]
    const { cells } = window(0, 3, 0, 2)
    expect(cells.map((line) => line.map((cell) => [cell?.fill, cell?.color]))).toEqual([
      [
        ['#C6EFCE', undefined],
        ['#C6EFCE', undefined],
      ],
      [
        [undefined, '#808080'],
        [undefined, undefined],
      ],
      [
        ['#FFEB9C', undefined],
        ['#FFEB9C', undefined],
      ],
    ])
  })

  it('lets a cell’s own fill stand before the table’s', () => {
    const { workbook, sheet, window } = start()
    writeValues(workbook, sheet, area('A1:A2'), [['Name'], ['x']])
    addTable(workbook, sheet, area('A1:A2'), true)
    restyle(sheet.cells, area('A2'), (style) => ({ ...style, fill: '#123456' }))
    expect(window(0, 2, 0, 1).cells.map(([cell]) => cell?.fill)).toEqual(['#4472C4', '#123456'])
  })

  it('grows with what is written, and lists sheets', () => {
    const { workbook, sheet, views } = start()
    expect(views.sheet(sheet.id).rowCount).toBe(200)
    writeValues(workbook, sheet, area('A500'), 1)
    expect(views.sheet(sheet.id).rowCount).toBe(550)
    addSheet(workbook, 'Other')
    expect(views.workbook().sheets.map((tab) => tab.name)).toEqual(['Sheet1', 'Other'])
  })

  it('draws a window of a long filtered table in milliseconds', () => {
    const { workbook, sheet, window } = start()
    const rows = 30_000
    const lines = Array.from({ length: rows }, (_, index) => [index, `name ${String(index)}`])
    writeValues(workbook, sheet, area('A1:B1'), [['Code', 'Name']])
    writeValues(workbook, sheet, area(`A2:B${String(rows + 1)}`), lines)
    const table = addTable(workbook, sheet, area(`A1:B${String(rows + 1)}`), true)
    const odd = lines.filter((_, index) => index % 2 === 1).map(([code]) => String(code))
    setFilter(workbook, sheet, table, 0, { on: 'Values', values: odd })
    window(0, 50, 0, 2)
    const started = performance.now()
    const drawn = window(10_000, 50, 0, 2)
    expect(performance.now() - started).toBeLessThan(500)
    expect(drawn.cells[0]?.[0]?.text).toBe('19999')
  })
})
