import type { RowField } from '../../../../contract/index.ts'

/** Columns of ours that stand side by side, so that one range holds them. */
export interface Segment {
  readonly column: number
  readonly fields: readonly RowField[]
}

/** The fewest ranges that hold all our columns and none of the user's. */
export function segmentsOf(columns: ReadonlyMap<RowField, number>): readonly Segment[] {
  const inOrder = [...columns].sort(([, a], [, b]) => a - b)
  const segments: { column: number; fields: RowField[] }[] = []
  for (const [field, at] of inOrder) {
    const last = segments.at(-1)
    if (last && last.column + last.fields.length === at) last.fields.push(field)
    else segments.push({ column: at, fields: [field] })
  }
  return segments
}
