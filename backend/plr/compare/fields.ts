import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping, ColumnSource } from './attainmentMapping.ts'

/** Reads a record of ebs by what a column means; a meaning that the mapping does not hold is null. */
export interface Fields {
  text(values: AttainmentValues, from: ColumnSource): string | null
  columnOf(from: ColumnSource): string | null
}

export function fieldsOf(mapping: AttainmentMapping): Fields {
  const columns = new Map(mapping.columns.map((column) => [column.from, column.column]))
  return {
    text(values, from) {
      const column = columns.get(from)
      const value = column === undefined ? null : (values[column] ?? null)
      return value === null || value === '' ? null : String(value)
    },
    columnOf: (from) => columns.get(from) ?? null,
  }
}
