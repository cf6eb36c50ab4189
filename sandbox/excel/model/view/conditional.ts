import type { Position } from '../area.ts'
import { compareValues } from '../criterion.ts'
import { parseFormula } from '../formula/parse.ts'
import { compute, textAt, valueAt } from '../read.ts'
import type { Workbook } from '../book.ts'
import type { ConditionalFormat, Worksheet } from '../state.ts'
import type { Style } from '../style.ts'
import type { Value } from '../value.ts'

const origin = (format: ConditionalFormat): Position => format.areas[0] ?? { row: 0, column: 0 }

const operand = (workbook: Workbook, sheet: Worksheet, text: string): Value | undefined => {
  const expression = parseFormula(text.startsWith('=') ? text : `=${text}`)
  return expression ? compute(workbook, sheet, expression, { rows: 0, columns: 0 }) : text
}

const between = (value: Value, low: Value, high: Value): boolean =>
  compareValues(value, low) >= 0 && compareValues(value, high) <= 0

const compared = (operator: string, value: Value, one: Value, two: Value): boolean => {
  const order = compareValues(value, one)
  switch (operator) {
    case 'EqualTo':
      return order === 0
    case 'NotEqualTo':
      return order !== 0
    case 'GreaterThan':
      return order > 0
    case 'LessThan':
      return order < 0
    case 'GreaterThanOrEqual':
      return order >= 0
    case 'LessThanOrEqual':
      return order <= 0
    case 'Between':
      return between(value, one, two)
    case 'NotBetween':
      return !between(value, one, two)
    default:
      return false
  }
}

const hasText = (operator: string, text: string, wanted: string): boolean => {
  switch (operator) {
    case 'Contains':
      return text.includes(wanted)
    case 'NotContains':
      return !text.includes(wanted)
    case 'BeginsWith':
      return text.startsWith(wanted)
    case 'EndsWith':
      return text.endsWith(wanted)
    default:
      return false
  }
}

/** Whether a conditional format applies to a cell. */
const applies = (
  workbook: Workbook,
  sheet: Worksheet,
  format: ConditionalFormat,
  row: number,
  column: number,
): boolean => {
  const { rule } = format
  if (rule.kind === 'Custom') {
    if (!rule.expression) return false
    // A rule is written for the first cell; for the others its relative references move along.
    const from = origin(format)
    const offset = { rows: row - from.row, columns: column - from.column }
    const result = compute(workbook, sheet, rule.expression, offset)
    return result === true || (typeof result === 'number' && result !== 0)
  }
  if (!rule.rule) return false
  if (rule.kind === 'ContainsText') {
    const text = textAt(workbook, sheet, row, column).toLowerCase()
    return hasText(rule.rule.operator, text, rule.rule.text.toLowerCase())
  }
  const value = valueAt(workbook, sheet, row, column)
  const one = operand(workbook, sheet, rule.rule.formula1)
  const two = rule.rule.formula2 === null ? one : operand(workbook, sheet, rule.rule.formula2)
  if (value === undefined || one === undefined || two === undefined) return false
  return compared(rule.rule.operator, value, one, two)
}

/** What conditional formats add to a cell's style; of two that say the same, the upper wins. */
export const conditionalStyle = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
): Style => {
  let style: Style = {}
  for (const format of sheet.conditionalFormats) {
    const inside = format.areas.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )
    if (!inside || !applies(workbook, sheet, format, row, column)) continue
    style = { ...format.style, ...style }
    if (format.stopIfTrue) break
  }
  return style
}
