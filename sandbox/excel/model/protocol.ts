import type { EventEntry, RichApiAnswer } from '../richapi/answer.ts'
import type { Area, Position } from './area.ts'
import type { UserOperation } from './operation.ts'

/** A cell as it is drawn. Colours are `#RRGGBB`; those left out are the sheet's own. */
export interface CellView {
  readonly text: string
  readonly kind: 'empty' | 'text' | 'number' | 'boolean' | 'error'
  readonly align: 'left' | 'center' | 'right'
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly wrap?: boolean
}

/** A run of hidden rows or columns: first index and how many follow it, itself included. */
export type Run = readonly [first: number, count: number]

export interface TableColumnView {
  readonly name: string
  readonly filtered: boolean
  readonly sorted: 'ascending' | 'descending' | null
}

export interface TableView {
  readonly id: string
  readonly name: string
  /** Heading row included. */
  readonly area: Area
  readonly filterButtons: boolean
  readonly columns: readonly TableColumnView[]
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden'

/** One tab. */
export interface SheetTab {
  readonly id: string
  readonly name: string
  readonly visibility: Visibility
  /** `#RRGGBB`, or empty. */
  readonly tabColor: string
}

export interface WorkbookView {
  readonly name: string
  readonly activeSheetId: string
  readonly sheets: readonly SheetTab[]
  /** The cell the user is typing into, or null. */
  readonly editing: { readonly sheetId: string; readonly cell: Position } | null
  readonly canUndo: boolean
  /** Whether it was ever saved; from then on it saves itself. */
  readonly saved: boolean
}

/** Everything about a sheet but its cells. Rows and columns to draw are the used ones and some more. */
export interface SheetView {
  readonly id: string
  readonly rowCount: number
  readonly columnCount: number
  /** In rising order, without overlap. Use `visible.ts` to go from a drawn index to a row and back. */
  readonly hiddenRows: readonly Run[]
  readonly hiddenColumns: readonly Run[]
  /** Column index → width in pixels, where it differs from `defaultColumnWidth`. */
  readonly columnWidths: Readonly<Record<number, number>>
  readonly defaultColumnWidth: number
  readonly frozenRows: number
  readonly frozenColumns: number
  readonly showGridlines: boolean
  readonly tables: readonly TableView[]
  readonly selection: readonly Area[]
  readonly activeCell: Position
}

/** A window in *drawn* indexes: hidden rows and columns are not counted. */
export interface WindowQuery {
  readonly sheetId: string
  readonly firstRow: number
  readonly rowCount: number
  readonly firstColumn: number
  readonly columnCount: number
}

export interface WindowView {
  /** The true row of each drawn row, and the true column of each drawn column. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** By drawn row, then drawn column; null is an empty cell without format. */
  readonly cells: readonly (readonly (CellView | null)[])[]
}

/** What a filter menu shows: the distinct texts of a table's column, and which are let through. */
export interface FilterChoices {
  readonly choices: readonly { readonly text: string; readonly chosen: boolean }[]
}

/** What a cell holds as the formula bar shows it. */
export interface CellContent {
  readonly address: string
  readonly formula: string
}

/** What the status bar says of the selection. */
export interface SelectionFigures {
  /** Cells that hold something. */
  readonly count: number
  readonly sum: number | null
  readonly average: number | null
}

/** Every call from page to worker: what is asked, and what is answered. */
export interface Calls {
  execute: { ask: { readonly body: string; readonly flags: number }; answer: RichApiAnswer }
  workbook: { ask: Record<never, never>; answer: WorkbookView }
  sheet: { ask: { readonly sheetId: string }; answer: SheetView }
  window: { ask: WindowQuery; answer: WindowView }
  operation: { ask: { readonly operation: UserOperation }; answer: null }
  content: {
    ask: { readonly sheetId: string; readonly row: number; readonly column: number }
    answer: CellContent
  }
  filterChoices: {
    ask: { readonly tableId: string; readonly column: number }
    answer: FilterChoices
  }
  /** Values of the first selected area, for `getSelectedDataAsync`. */
  selectedValues: {
    ask: Record<never, never>
    answer: readonly (readonly (string | number | boolean)[])[]
  }
  /** Figures of all selected areas, rows out of sight left out. */
  selectedFigures: { ask: Record<never, never>; answer: SelectionFigures }
  /** Texts of the selected areas, hidden rows left out, as Excel puts them on the clipboard (TSV). */
  copy: { ask: Record<never, never>; answer: string }
  /** Reads an address typed into the name box, on the sheet shown. */
  address: {
    ask: { readonly text: string }
    answer: { sheetId: string; areas: readonly Area[] } | null
  }
  /** The next RichApi request fails with this service error (5004, 5012, 5102…). */
  failNext: { ask: { readonly error: number }; answer: null }
}

export type CallName = keyof Calls

/** Page → worker. */
export type Ask = {
  [K in CallName]: { readonly id: number; readonly call: K; readonly ask: Calls[K]['ask'] }
}[CallName]

/** Worker → page, unasked: what to draw again, and what to hand to the add-in. */
export type WorkbookEvent =
  /** Cells of this sheet look otherwise; null means any of them. */
  | { readonly event: 'cells'; readonly sheetId: string; readonly area: Area | null }
  /** `SheetView` of this sheet changed (sizes, hidden rows, tables, frozen panes…). */
  | { readonly event: 'sheet'; readonly sheetId: string }
  /** `WorkbookView` changed (tabs, active sheet, editing). */
  | { readonly event: 'workbook' }
  | { readonly event: 'selection'; readonly sheetId: string; readonly areas: readonly Area[] }
  /** To be handed to the add-in as one `richApiMessage`. */
  | { readonly event: 'richapi'; readonly entries: readonly EventEntry[] }

/** Worker → page. A refused call says why in words fit for a user. */
export type Reply =
  | { readonly reply: 'answer'; readonly id: number; readonly value: Calls[CallName]['answer'] }
  | {
      readonly reply: 'refused'
      readonly id: number
      readonly code: string
      readonly message: string
    }
  | { readonly reply: 'events'; readonly events: readonly WorkbookEvent[] }
