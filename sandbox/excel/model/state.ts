import type { Area, Position } from './area.ts'
import type { Cells } from './cells.ts'
import type { Expression } from './formula/formula.ts'
import type { Visibility } from './protocol.ts'
import type { Style } from './style.ts'

/** What a column's filter lets through, as `Excel.FilterCriteria` describes it. */
export type Filter =
  | { readonly on: 'Values'; readonly values: readonly string[] }
  | {
      readonly on: 'Custom'
      readonly criterion1: string
      readonly criterion2: string | null
      readonly operator: 'And' | 'Or'
    }

export interface SortField {
  /** Column within the sorted area. */
  readonly key: number
  readonly ascending: boolean
}

export interface TableColumn {
  readonly id: number
  name: string
  filter: Filter | null
}

export interface Table {
  readonly id: string
  name: string
  style: string
  /** Heading row included (and totals row, where shown). */
  area: Area
  showHeaders: boolean
  showTotals: boolean
  showBandedRows: boolean
  showBandedColumns: boolean
  showFilterButton: boolean
  highlightFirstColumn: boolean
  highlightLastColumn: boolean
  columns: TableColumn[]
  nextColumn: number
  /** Rows that the filters hide, as of the last time they were applied. */
  filteredRows: Set<number>
  sort: { fields: readonly SortField[]; matchCase: boolean } | null
}

export type ConditionalRule =
  | { readonly kind: 'Custom'; formula: string; expression: Expression | null }
  | {
      readonly kind: 'CellValue'
      rule: { formula1: string; formula2: string | null; operator: string } | null
    }
  | { readonly kind: 'ContainsText'; rule: { text: string; operator: string } | null }

export interface ConditionalFormat {
  readonly id: string
  areas: Area[]
  readonly rule: ConditionalRule
  style: Style
  stopIfTrue: boolean
}

/** A rule for what may be entered, kept as the add-in gave it. */
export interface Validation {
  area: Area
  rule: Record<string, unknown>
  prompt: unknown
  errorAlert: unknown
  ignoreBlanks: boolean
}

export interface Hyperlink {
  readonly address?: string
  readonly documentReference?: string
  readonly screenTip?: string
  readonly textToDisplay?: string
}

export interface Worksheet {
  readonly id: string
  name: string
  visibility: Visibility
  tabColor: string
  cells: Cells
  /** In pixels at 100 %. */
  columnWidths: (number | undefined)[]
  rowHeights: (number | undefined)[]
  /** Hidden by hand or by an add-in, not by a filter. */
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  frozen: { rows: number; columns: number }
  tables: Table[]
  properties: Map<string, unknown>
  conditionalFormats: ConditionalFormat[]
  validations: Validation[]
  hyperlinks: Map<string, Hyperlink>
  selection: readonly Area[]
  activeCell: Position
  showGridlines: boolean
  showHeadings: boolean
}

export interface NamedItem {
  readonly name: string
  place: Place
  comment: string
  visible: boolean
}

export interface XmlPart {
  readonly id: string
  xml: string
}

/** Cells somebody holds on to: they move with what is inserted and deleted around them. */
export interface Place {
  readonly sheet: Worksheet
  areas: readonly Area[]
  /** The cells are gone. */
  lost: boolean
}
