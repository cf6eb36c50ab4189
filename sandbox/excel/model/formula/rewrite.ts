import type { Workbook } from '../book.ts'
import type { Worksheet } from '../state.ts'
import { parseFormula } from './parse.ts'

/** Gives formulas another text where something they speak of has moved or bears another name. */
export const rewriteFormulas = (
  workbook: Workbook,
  rewrite: (text: string, sheet: Worksheet) => string,
): void => {
  for (const sheet of workbook.sheets) {
    for (const row of sheet.cells.rows) {
      row?.formulas.forEach((formula, column) => {
        if (!formula) return
        const text = rewrite(formula.text, sheet)
        if (text === formula.text) return
        const expression = parseFormula(text) ?? { kind: 'value', value: { error: '#REF!' } }
        row.formulas[column] = { text, expression, result: undefined, revision: -1 }
      })
    }
  }
}
