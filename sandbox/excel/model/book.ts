import type { Position } from './area.ts'
import type { Change } from './change.ts'
import type { DateOrder } from './entry.ts'
import type { NamedItem, Place, Worksheet, XmlPart } from './state.ts'

export interface WorkbookOptions {
  readonly name?: string
  /** Whether the file was ever saved, and whether it saves itself. */
  readonly previouslySaved?: boolean
  readonly autoSave?: boolean
  readonly dateOrder?: DateOrder
  /** Completes dates typed without a year; for tests that must not depend on the day. */
  readonly thisYear?: number
}

/** Cells as they were copied: the text for the clipboard, and what enters them again just as they were. */
export interface Copied {
  readonly text: string
  readonly entries: readonly (readonly string[])[]
  readonly formats: readonly (readonly string[])[]
}

export interface Workbook {
  name: string
  previouslySaved: boolean
  autoSave: boolean
  dirty: boolean
  readonly dateOrder: DateOrder
  readonly thisYear: number
  sheets: Worksheet[]
  activeSheet: Worksheet
  names: NamedItem[]
  settings: Map<string, unknown>
  xmlParts: XmlPart[]
  calculationMode: string
  /** The cell the user is typing into. */
  editing: { readonly sheet: Worksheet; readonly cell: Position } | null
  /** Who changes things just now; user operations and RichApi requests set it. */
  origin: 'user' | 'addin'
  /** Rises with every change of a cell; formulas computed at an older one are computed again. */
  revision: number
  /** Places to keep in step with insertions and deletions. */
  readonly places: Set<Place>
  readonly listeners: Set<(change: Change) => void>
  readonly undo: (() => void)[]
  /** What was copied last: pasted here again, it is more than its text. */
  copied: Copied | null
  /** Last number given out, for ids. */
  counter: number
}
