import type { Area, Position } from './area.ts'

/** What a user does by hand on a sheet, as the preview sends it. Rows and columns are true, zero-based. */
export type UserOperation =
  /** Typing into a cell; ends cell-edit mode. */
  | { do: 'type'; sheetId: string; row: number; column: number; text: string }
  | { do: 'begin-edit'; sheetId: string; row: number; column: number }
  | { do: 'cancel-edit' }
  | { do: 'select'; sheetId: string; areas: readonly Area[]; active?: Position }
  | { do: 'clear'; sheetId: string; areas: readonly Area[] }
  /** Tab-separated text from the clipboard, into what is selected. */
  | { do: 'paste'; sheetId: string; areas: readonly Area[]; text: string }
  | { do: 'undo' }
  | { do: 'activate-sheet'; sheetId: string }
  | { do: 'add-sheet' }
  | { do: 'rename-sheet'; sheetId: string; name: string }
  | { do: 'delete-sheet'; sheetId: string }
  | { do: 'copy-sheet'; sheetId: string }
  | { do: 'hide-sheet'; sheetId: string }
  | { do: 'show-sheet'; sheetId: string }
  | {
      do: 'hide' | 'show' | 'insert' | 'delete'
      axis: 'rows' | 'columns'
      sheetId: string
      first: number
      count: number
    }
  | { do: 'column-width'; sheetId: string; column: number; width: number }
  /** Makes a column as wide as its texts. */
  | { do: 'fit-column'; sheetId: string; column: number }
  /** Moves one column of a table before another (cut and insert, as by Shift and drag). */
  | { do: 'move-column'; tableId: string; from: number; to: number }
  | { do: 'filter-values'; tableId: string; column: number; values: readonly string[] }
  | {
      do: 'filter-custom'
      tableId: string
      column: number
      criterion1: string
      criterion2?: string
      operator?: 'And' | 'Or'
    }
  | { do: 'clear-filter'; tableId: string; column?: number }
  | { do: 'sort'; tableId: string; column: number; ascending: boolean }
  /** Saves the workbook: from then on Excel knows it as one that saves itself. */
  | { do: 'save' }
