import type { Area } from './area.ts'
import type { Table, Worksheet } from './state.ts'
import type { Value } from './value.ts'

/** What happened in a workbook, for whoever draws it or tells the add-in. */
export type Change =
  | {
      readonly kind: 'cells'
      readonly sheet: Worksheet
      readonly area: Area
      /** Of a single cell: what it held and holds. */
      readonly detail: { before: Value | undefined; after: Value | undefined } | null
    }
  | {
      readonly kind: 'inserted' | 'deleted'
      readonly sheet: Worksheet
      readonly area: Area
      readonly shift: 'rows' | 'columns'
    }
  | { readonly kind: 'format'; readonly sheet: Worksheet; readonly area: Area }
  | { readonly kind: 'hidden'; readonly sheet: Worksheet; readonly area: Area; hidden: boolean }
  | { readonly kind: 'sorted'; readonly sheet: Worksheet; readonly area: Area; table: Table | null }
  | {
      readonly kind: 'filtered'
      readonly sheet: Worksheet
      readonly table: Table
      /** Rows that went out of sight, and those that came back. */
      readonly hidden: readonly Area[]
      readonly shown: readonly Area[]
    }
  /** Widths, frozen panes, gridlines, table looks: how the sheet is drawn. */
  | { readonly kind: 'layout'; readonly sheet: Worksheet }
  | { readonly kind: 'selection'; readonly sheet: Worksheet }
  | { readonly kind: 'activated'; readonly sheet: Worksheet; readonly left: Worksheet | null }
  | { readonly kind: 'sheet-added' | 'sheet-deleted'; readonly sheet: Worksheet }
  | { readonly kind: 'sheet-renamed'; readonly sheet: Worksheet; before: string }
  | { readonly kind: 'sheet-visibility'; readonly sheet: Worksheet; before: string }
  | { readonly kind: 'sheet-moved'; readonly sheet: Worksheet; before: number }
  | { readonly kind: 'table-added' | 'table-deleted'; readonly sheet: Worksheet; table: Table }
  | { readonly kind: 'editing' }
  | { readonly kind: 'document' }
