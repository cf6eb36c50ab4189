import { compareValues } from '../criterion.ts'
import { lastColumn, lastRow } from '../area.ts'
import { isError, type Value } from '../value.ts'
import { failure, toNumber, toText, toTruth } from './convert.ts'
import type { Expression, Region, Surroundings } from './formula.ts'
import { FUNCTIONS, type Argument } from './functions.ts'
import { areaOf } from './reference.ts'

/** How far a formula stands from where it was written; its relative references move as much. */
export interface Offset {
  readonly rows: number
  readonly columns: number
}

type Cell = Value | undefined

const regionOf = (
  node: Expression,
  around: Surroundings,
  offset: Offset,
): Region | Value | null => {
  switch (node.kind) {
    case 'reference': {
      const area = areaOf(node.from, node.to, offset.rows, offset.columns)
      if (!area || (node.sheet !== null && !around.hasSheet(node.sheet))) return failure('#REF!')
      return { sheet: node.sheet, area }
    }
    case 'column':
      return around.tableColumn(node.table, node.column) ?? failure('#REF!')
    case 'name':
      return around.name(node.name) ?? failure('#NAME?')
    default:
      return null
  }
}

const isRegion = (found: Region | Value | null): found is Region =>
  typeof found === 'object' && found !== null && 'area' in found

const valuesOf = (region: Region, around: Surroundings): Cell[][] => {
  const used = around.used(region)
  if (!used) return []
  const rows: Cell[][] = []
  for (let row = region.area.row; row <= lastRow(used); row += 1) {
    const line: Cell[] = []
    for (let column = region.area.column; column <= lastColumn(used); column += 1) {
      line.push(around.value(region.sheet, row, column))
    }
    rows.push(line)
  }
  return rows
}

const argument = (node: Expression, around: Surroundings, offset: Offset): Argument => {
  const region = regionOf(node, around, offset)
  if (isRegion(region)) return { rows: valuesOf(region, around), single: false }
  return { rows: [[region ?? evaluate(node, around, offset)]], single: true }
}

const arithmetic = (operator: string, a: number, b: number): Value => {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? failure('#DIV/0!') : a / b
    default:
      return a ** b
  }
}

/** An empty cell beside a text is an empty text, beside a number 0. */
const filled = (cell: Cell, other: Cell): Value =>
  cell ?? (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0)

const compared = (operator: string, left: Cell, right: Cell): boolean => {
  const difference = compareValues(filled(left, right), filled(right, left))
  switch (operator) {
    case '=':
      return difference === 0
    case '<>':
      return difference !== 0
    case '<':
      return difference < 0
    case '>':
      return difference > 0
    case '<=':
      return difference <= 0
    default:
      return difference >= 0
  }
}

const binary = (operator: string, left: Cell, right: Cell): Value => {
  if (isError(left)) return left
  if (isError(right)) return right
  if (operator === '&') return toText(left) + toText(right)
  if (/[=<>]/.test(operator)) return compared(operator, left, right)
  const [a, b] = [toNumber(left), toNumber(right)]
  if (isError(a)) return a
  return isError(b) ? b : arithmetic(operator, a, b)
}

const signed = (operator: string, operand: Cell): Cell => {
  if (operator === '+') return operand
  const number = toNumber(operand)
  if (isError(number)) return number
  return operator === '-' ? -number : number / 100
}

/** IF looks only at the branch it takes. */
const choose = (parts: readonly Expression[], around: Surroundings, offset: Offset): Cell => {
  const [test, yes, no] = parts
  const truth = test ? toTruth(evaluate(test, around, offset)) : failure('#VALUE!')
  if (isError(truth)) return truth
  const branch = truth ? yes : no
  return branch ? evaluate(branch, around, offset) : truth
}

/** What an expression comes to. Names and functions that are not known come to `#NAME?`. */
export const evaluate = (node: Expression, around: Surroundings, offset: Offset): Cell => {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'sign':
      return signed(node.operator, evaluate(node.operand, around, offset))
    case 'binary':
      return binary(
        node.operator,
        evaluate(node.left, around, offset),
        evaluate(node.right, around, offset),
      )
    case 'call': {
      if (node.name === 'IF') return choose(node.parts, around, offset)
      const work = FUNCTIONS[node.name]
      if (!work) return failure('#NAME?')
      return work(node.parts.map((part) => argument(part, around, offset)))
    }
    default: {
      const region = regionOf(node, around, offset)
      if (!isRegion(region)) return region ?? failure('#NAME?')
      const { area } = region
      if (area.rows > 1 || area.columns > 1) return failure('#VALUE!')
      return around.value(region.sheet, area.row, area.column)
    }
  }
}
