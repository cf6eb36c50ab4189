import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping, ColumnSource } from './attainmentMapping.ts'
import type { Cell } from './cell.ts'

/** Finds the columns of the mapping by what they mean; a meaning that the mapping does not hold is null. */
export interface Fields {
  /** Reads a record of ebs. */
  reader(from: ColumnSource): (values: AttainmentValues) => string | null
  /** Picks from the cells of an event. */
  cell(from: ColumnSource): (cells: readonly Cell[]) => Cell | null
  columnOf(from: ColumnSource): string | null
}

export function fieldsOf(mapping: AttainmentMapping): Fields {
  const columns = new Map(mapping.columns.map(({ from, column }, at) => [from, { column, at }]))
  return {
    reader(from) {
      const found = columns.get(from)
      if (found === undefined) return () => null
      const { column } = found
      return (values) => {
        const value = values[column]
        if (typeof value === 'string') return value === '' ? null : value
        return value === undefined || value === null ? null : String(value)
      }
    },
    cell(from) {
      const at = columns.get(from)?.at
      return at === undefined ? () => null : (cells) => cells[at] ?? null
    },
    columnOf: (from) => columns.get(from)?.column ?? null,
  }
}
