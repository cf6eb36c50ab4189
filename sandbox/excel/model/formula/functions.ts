import { compareValues, readCriterion } from '../criterion.ts'
import { isError, type CellError, type Value } from '../value.ts'
import { failure, toNumber, toText, toTruth } from './convert.ts'

type Cell = Value | undefined

/** An argument: the values of a region row by row, or one value (`single`). */
export interface Argument {
  readonly rows: readonly (readonly Cell[])[]
  readonly single: boolean
}

type WorksheetFunction = (parts: readonly Argument[]) => Cell

const first = (part: Argument | undefined): Cell => part?.rows[0]?.[0]
const cellsOf = (parts: readonly Argument[]): Cell[] => parts.flatMap((part) => part.rows.flat())
const errorIn = (cells: readonly Cell[]): CellError | null => cells.find(isError) ?? null

/** Numbers as SUM and its like take them: true numbers of regions, whatever spells one singly. */
const overNumbers =
  (work: (numbers: number[]) => Cell): WorksheetFunction =>
  (parts) => {
    const wrong = errorIn(cellsOf(parts))
    if (wrong) return wrong
    const numbers: number[] = []
    for (const part of parts) {
      for (const cell of part.rows.flat()) {
        if (typeof cell === 'number') numbers.push(cell)
        else if (part.single && cell !== undefined) {
          const number = toNumber(cell)
          if (isError(number)) return number
          numbers.push(number)
        }
      }
    }
    return work(numbers)
  }

const overTruths =
  (work: (truths: boolean[]) => boolean): WorksheetFunction =>
  (parts) => {
    const truths = cellsOf(parts)
      .filter((cell) => cell !== undefined)
      .map(toTruth)
    return truths.find(isError) ?? work(truths.map((truth) => truth === true))
  }

const overText =
  (work: (text: string) => Cell): WorksheetFunction =>
  ([part]) => {
    const cell = first(part)
    return isError(cell) ? cell : work(toText(cell))
  }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** One by one: a call takes only so many arguments, and a column may have more cells. */
const furthest = (numbers: readonly number[], of: (a: number, b: number) => number): number =>
  numbers.length === 0 ? 0 : numbers.reduce((most, one) => of(most, one))

const position = (wanted: Cell, list: readonly Cell[]): number =>
  list.findIndex((cell) => cell !== undefined && wanted !== undefined && same(cell, wanted))

const same = (a: Value, b: Value): boolean => typeof a === typeof b && compareValues(a, b) === 0

/** What is played of Excel's worksheet functions; any other name comes to `#NAME?`. */
export const FUNCTIONS: Readonly<Record<string, WorksheetFunction>> = {
  SUM: overNumbers(sum),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0 ? failure('#DIV/0!') : sum(numbers) / numbers.length,
  ),
  MIN: overNumbers((numbers) => furthest(numbers, Math.min)),
  MAX: overNumbers((numbers) => furthest(numbers, Math.max)),
  COUNT: (parts) => cellsOf(parts).filter((cell) => typeof cell === 'number').length,
  COUNTA: (parts) => cellsOf(parts).filter((cell) => cell !== undefined).length,
  COUNTBLANK: (parts) => cellsOf(parts).filter((cell) => cell === undefined || cell === '').length,
  COUNTIF: ([region, criterion]) =>
    region?.rows.flat().filter(readCriterion(toText(first(criterion)))).length ?? 0,
  AND: overTruths((truths) => truths.every(Boolean)),
  OR: overTruths((truths) => truths.some(Boolean)),
  NOT: overTruths((truths) => !truths[0]),
  ABS: overNumbers((numbers) => Math.abs(numbers[0] ?? 0)),
  ROUND: overNumbers(([number = 0, digits = 0]) => {
    const scale = 10 ** digits
    return (Math.sign(number) * Math.round(Math.abs(number) * scale)) / scale
  }),
  LEN: overText((text) => text.length),
  TRIM: overText((text) => text.trim().replace(/ +/g, ' ')),
  UPPER: overText((text) => text.toUpperCase()),
  LOWER: overText((text) => text.toLowerCase()),
  ISBLANK: ([part]) => first(part) === undefined,
  ISERROR: ([part]) => isError(first(part)),
  ISNUMBER: ([part]) => typeof first(part) === 'number',
  ISTEXT: ([part]) => typeof first(part) === 'string',
  ROWS: ([part]) => part?.rows.length ?? 0,
  IFERROR: ([part, other]) => (isError(first(part)) ? first(other) : first(part)),
  /** Exact matching only, which is how lists are looked up. */
  MATCH: ([wanted, list]) => {
    const at = position(first(wanted), list?.rows.flat() ?? [])
    return at < 0 ? failure('#N/A') : at + 1
  },
  VLOOKUP: ([wanted, table, column]) => {
    const at = position(first(wanted), table?.rows.map((row) => row[0]) ?? [])
    const nth = toNumber(first(column))
    if (at < 0) return failure('#N/A')
    const row = table?.rows[at] ?? []
    return typeof nth === 'number' && nth >= 1 && nth <= row.length
      ? (row[nth - 1] ?? 0)
      : failure('#REF!')
  },
}
