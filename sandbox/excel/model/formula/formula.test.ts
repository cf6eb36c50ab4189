import { describe, expect, it } from '@jest/globals'
import { parseArea } from '../address.ts'
import { insertCells, removeCells } from '../shift.ts'
import { createWorkbook, addSheet, findSheet } from '../sheets.ts'
import { addTable } from '../tables.ts'
import { formulaAt, valueAt } from '../read.ts'
import { writeValues } from '../write.ts'
import { parseFormula } from './parse.ts'

const book = () => {
  const workbook = createWorkbook()
  const sheet = workbook.activeSheet
  const put = (address: string, values: (string | number | boolean)[][]): void => {
    writeValues(workbook, sheet, parseArea(address)!, values)
  }
  put('A1:B4', [
    ['Code', 'Score'],
    [11, 5],
    [12, 7],
    [13, 'x'],
  ])
  const at = (address: string): unknown => {
    const { row, column } = parseArea(address)!
    return valueAt(workbook, sheet, row, column)
  }
  const result = (formula: string): unknown => {
    put('H1', [[formula]])
    return at('H1')
  }
  return { workbook, sheet, put, at, result }
}

describe('formulas', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=-(2+3)%', -0.05],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['=SUM(B2:B4)', 12],
    ['=SUM(B:B,1,"2")', 15],
    ['=COUNT(A1:B4)', 5],
    ['=COUNTA(B2:B9)', 3],
    ['=AVERAGE(B2:B3)', 6],
    ['=IF(B2>4,"high","low")', 'high'],
    ['=IF(B2>4,1,1/0)', 1],
    ['=1/0', { error: '#DIV/0!' }],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=VLOOKUP(12,A2:B4,2,FALSE)', 7],
    ['=VLOOKUP(99,A2:B4,2,FALSE)', { error: '#N/A' }],
    ['=COUNTIF(B2:B4,">=6")', 1],
    ['=B4+1', { error: '#VALUE!' }],
    ['=nothing', { error: '#NAME?' }],
    ['=NOSUCH(1)', { error: '#NAME?' }],
    ['=Missing!A1', { error: '#REF!' }],
    ['=H1+1', 1],
    ['="A"="a"', true],
    ['=C1=""', true],
  ])('%s', (formula, expected) => {
    expect(book().result(formula)).toEqual(expected)
  })

  it.each(['=', '=1+', '=(1', '=SUM(1', '="a', '=1 2', '=)'])('cannot be %j', (text) => {
    expect(parseFormula(text)).toBeNull()
  })

  it('are computed anew when what they look at changes', () => {
    const { put, at } = book()
    put('D1', [['=B2*2']])
    expect(at('D1')).toBe(10)
    put('B2', [[50]])
    expect(at('D1')).toBe(100)
  })

  it('take the most of a column as long as a session’s', () => {
    const { put, result } = book()
    const rows = 200_000
    put(
      `E1:E${String(rows)}`,
      Array.from({ length: rows }, (_, at) => [at]),
    )
    expect(result('=MAX(E:E)')).toBe(rows - 1)
    expect(result('=MIN(E:E)')).toBe(0)
  })

  it('know table columns and other sheets', () => {
    const { workbook, sheet, result } = book()
    const table = addTable(workbook, sheet, parseArea('A1:B4')!, true)
    expect(result(`=SUM(${table.name}[Score])`)).toBe(12)
    const other = addSheet(workbook, 'My data')
    writeValues(workbook, other, parseArea('A1')!, 8)
    expect(result("='My data'!A1+1")).toBe(9)
    expect(findSheet(workbook, 'my DATA')).toBe(other)
  })

  it('follow the cells they look at', () => {
    const { workbook, sheet, put } = book()
    put('D1:D2', [['=SUM($B$2:B4)'], ['=A3']])
    insertCells(workbook, sheet, parseArea('2:2')!, 'Down')
    expect(formulaAt(workbook, sheet, 0, 3)).toBe('=SUM($B$3:B5)')
    expect(formulaAt(workbook, sheet, 2, 3)).toBe('=A4')
    removeCells(workbook, sheet, parseArea('4:4')!, 'Up')
    expect(formulaAt(workbook, sheet, 0, 3)).toBe('=SUM($B$3:B4)')
    expect(formulaAt(workbook, sheet, 2, 3)).toBe('=#REF!')
  })
})
