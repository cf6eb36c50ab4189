import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping, ColumnSource } from './attainmentMapping.ts'

/** Reads a record of ebs by what a column means; a meaning that the mapping does not hold is null. */
export interface Fields {
  reader(from: ColumnSource): (values: AttainmentValues) => string | null
  columnOf(from: ColumnSource): string | null
}

export function fieldsOf(mapping: AttainmentMapping): Fields {
  const columns = new Map(mapping.columns.map((column) => [column.from, column.column]))
  return {
    reader(from) {
      const column = columns.get(from)
      if (column === undefined) return () => null
      return (values) => {
        const value = values[column]
        return value === undefined || value === null || value === '' ? null : String(value)
      }
    },
    columnOf: (from) => columns.get(from) ?? null,
  }
}
