import { describe, expect, it } from '@jest/globals'
import { parseArea } from './address.ts'
import { parseFormula } from './formula/parse.ts'
import { formulaAt, valueAt } from './read.ts'
import { addSheet, copySheet, createWorkbook, renameSheet } from './sheets.ts'
import { writeValues } from './write.ts'

const area = (text: string) => parseArea(text)!

const start = () => {
  const workbook = createWorkbook()
  const sheet = workbook.activeSheet
  writeValues(workbook, sheet, area('A1:B1'), [[1, '=A1*2']])
  return { workbook, sheet }
}

describe('a copied sheet', () => {
  it('computes from its own cells', () => {
    const { workbook, sheet } = start()
    const copy = copySheet(workbook, sheet)
    writeValues(workbook, copy, area('A1'), 5)
    expect(valueAt(workbook, sheet, 0, 1)).toBe(2)
    expect(valueAt(workbook, copy, 0, 1)).toBe(10)
  })

  it('has conditional formats of its own', () => {
    const { workbook, sheet } = start()
    const rule = { kind: 'Custom' as const, formula: '=A1', expression: parseFormula('=A1') }
    sheet.conditionalFormats = [
      { id: 'one', areas: [area('A1')], rule, style: {}, stopIfTrue: false },
    ]
    const [copied] = copySheet(workbook, sheet).conditionalFormats
    rule.formula = '=B1'
    expect(copied?.rule).toMatchObject({ formula: '=A1' })
  })
})

describe('a renamed sheet', () => {
  it('keeps its name in the formulas that look at it', () => {
    const { workbook, sheet } = start()
    const other = addSheet(workbook, 'Other')
    writeValues(workbook, other, area('A1:A2'), [['=SUM(Sheet1!A1:B1)&"Sheet1!A1"'], ['=A1']])
    renameSheet(workbook, sheet, 'My data')
    expect(formulaAt(workbook, other, 0, 0)).toBe('=SUM(\'My data\'!A1:B1)&"Sheet1!A1"')
    expect(formulaAt(workbook, other, 1, 0)).toBe('=A1')
    expect(valueAt(workbook, other, 0, 0)).toBe('3Sheet1!A1')
  })
})
