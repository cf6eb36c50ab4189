import type { GridRow, RowField, RowStatus } from '../../../contract/index.ts'
import type { Manifest } from './manifest/manifest.ts'

/**
 * What the pane may ask of the workbook. Everything in Excel's own words stays behind this port: the
 * pane speaks of sessions, learners and rows. All calls run one after another; all of them reject with
 * a `WorkbookError` (error.ts) when Excel refuses, never with an error of Office.js.
 */
export interface Workbook {
  /** Where Excel keeps this workbook now; asked before the first row is written. */
  savedState(): Promise<SavedState>
  /** Finds the session of this workbook, and session grids that are mere copies of a worksheet. */
  openSession(): Promise<OpenedSession>
  /** Adds the worksheet with its empty grid and manifest, and shows it. A session must not be open. */
  startSession(init: SessionInit): Promise<Session>
  /** Opens a new, empty workbook in a window of its own; the pane has to be opened there again. */
  newWorkbook(): Promise<void>
  /** The texts of the selected cells of whatever sheet is in front, empty ones left out, 20,000 at most. */
  selectedTexts(): Promise<readonly string[]>
}

export interface SavedState {
  /** `saved`: has a place already; `autosaved`: and Excel writes every change there by itself. */
  readonly kind: 'unsaved' | 'saved' | 'autosaved'
}

export interface SessionInit {
  /** UKPRN or another stable name of the institution, as the backend gives it. */
  readonly institution: string
  readonly environment: string
}

/** `copies` names worksheets that hold a session grid without being the session. */
export type OpenedSession =
  | { readonly kind: 'none'; readonly copies: readonly string[] }
  | { readonly kind: 'open'; readonly session: Session; readonly copies: readonly string[] }
  /** The worksheet is there but its manifest is lost, or of a later version: it can only be closed. */
  | { readonly kind: 'damaged'; readonly why: string; close(): Promise<void> }

/** One open session: its worksheet, its grid and its manifest. */
export interface Session {
  readonly id: string
  readonly sheetName: string
  readonly institution: string
  readonly environment: string

  manifest(): Promise<Manifest>
  /** Says before a run whether so many learners may be asked for (contract limits). */
  room(personCodes: readonly string[]): Promise<Room>
  /** Notes the run in the manifest with all its learners as wanted, and returns what writes answers. */
  beginRun(run: RunInit): Promise<SessionWriter>
  /** The learners of the manifest against the rows that stand in the sheet now. */
  learners(): Promise<SessionLearners>
  /** Takes learners out of the manifest, and their rows, if any, out of the sheet. */
  dropLearners(personCodes: readonly string[]): Promise<void>

  counts(): Promise<GridCounts>
  /** What the grid is filtered by now, by the pane or by the user's own hand. */
  filtersNow(): Promise<FiltersNow>
  /** The visible rows under the user's selection, however it was made. */
  selectedRows(): Promise<Selection>
  /** All visible rows, as if the user had selected the whole grid. */
  visibleRows(): Promise<Selection>
  /** The row keys of these rows, null where a row has none; `moved` when the sheet was sorted since. */
  readRowKeys(rows: readonly SelectedRow[]): Promise<readonly (string | null)[]>
  /** Whose and what these rows are, with their row keys; `moved` when the sheet was sorted since. */
  describeRows(rows: readonly SelectedRow[]): Promise<readonly RowValues[]>
  /** The row where the cursor stands, or null when it stands elsewhere. */
  rowInHand(): Promise<RowInHand | null>
  /** Rows that LRS or the link had trouble with, in the order of the sheet. */
  problems(): Promise<readonly ProblemRow[]>

  /**
   * Shows only rows that have one of these values in each named column, in place of an earlier filter of
   * the pane; filters of the user on other columns stay. Null takes all filters off.
   */
  filterBy(filter: GridFilter | null): Promise<void>
  /** Brings the sheet to the front and selects all rows, or filters to one status and selects those. */
  selectRows(which: 'all' | RowStatus): Promise<void>
  show(): Promise<void>

  /** Begins a run of outcomes, of an update or its undo. */
  beginOutcomes(): OutcomeWriter

  /** Everything on the grid, in the order of the sheet, for a file; what stands beside it is not. */
  readForExport(choice: ExportChoice): Promise<ExportTable>
  /** Headings of columns that the user added to the grid or beside it. */
  userColumns(): Promise<readonly string[]>

  /** Calls back after the selection in this workbook settled (150 ms). Returns what takes it off. */
  onSelectionChanged(listener: () => void): Promise<() => Promise<void>>
  /** Calls back after rows were sorted, filtered, hidden, edited or deleted, once that settled (300 ms). */
  onRowsChanged(listener: () => void): Promise<() => Promise<void>>
  /** Calls back when somebody deleted the session's worksheet. */
  onSheetDeleted(listener: () => void): Promise<() => Promise<void>>

  /** Deletes the worksheet and all that was kept in the workbook for it. */
  close(): Promise<void>
}

/** Whether a run over these learners stays within the limits of a session. */
export type Room =
  | { readonly kind: 'fits' }
  | { readonly kind: 'too-many-learners'; readonly would: number; readonly most: number }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly most: number }

export interface RunInit {
  readonly personCodes: readonly string[]
  /** When the run began, ISO 8601 in UTC. */
  readonly at: string
}

export interface LearnerRows {
  readonly personCode: string
  readonly rows: readonly GridRow[]
}

export interface SessionWriter {
  /**
   * Writes the answers of whole learners, and in the same sync what the manifest says of them. Rows of
   * a learner already there are replaced: an event that stays keeps its row, with the user's own columns.
   * Give it all that arrived since the last call; one call at a time.
   */
  writeLearners(batch: readonly LearnerRows[]): Promise<BatchWritten>
  /**
   * Sorts once, unless the user has sorted by something else, and hides our hidden columns again where
   * columns of the user moved them. Call it after a break or Cancel too.
   */
  finish(): Promise<void>
}

export interface BatchWritten {
  /** The session is full (contract limits): these learners were not written and stay wanted. */
  readonly notWritten: readonly string[]
  /**
   * The user sorted or edited in the very moment of writing: the rows of these learners were taken out,
   * and they are wanted again. Ask for them once more in this run.
   */
  readonly again: readonly string[]
}

export interface SessionLearners {
  /** Learners whose answer stands in the sheet. */
  readonly inSheet: readonly string[]
  /** Learners a run asked for whose answer has not come yet. */
  readonly wanted: readonly string[]
  /** Those of them whose rows of an earlier run still stand. */
  readonly wantedAgain: readonly string[]
  /** Learners whose answer was written and all of whose rows the user deleted. */
  readonly missing: readonly string[]
}

export interface GridCounts {
  readonly rows: number
  readonly learners: number
  readonly byStatus: Readonly<Partial<Record<RowStatus, number>>>
}

export interface FiltersNow {
  /** Whether anything is filtered, by any column. */
  readonly any: boolean
  /** The values of Status that are let through; empty when Status is not filtered by a list. */
  readonly statuses: readonly string[]
}

export interface SelectedRow {
  /** Zero-based place in the grid at the time of reading; good until the sheet is sorted or edited. */
  readonly position: number
  readonly personCode: string
  readonly status: string
}

export interface Selection {
  readonly rows: readonly SelectedRow[]
  readonly learners: number
  /** Rows under the selection that a filter or the user hides; they are left out of `rows`. */
  readonly hidden: number
}

/** What the cells of a row say, by field; columns the user deleted are absent. Dates `yyyy-MM-dd`. */
export type RowValues = Readonly<Partial<Record<RowField, string | number | null>>>

export interface RowInHand {
  readonly position: number
  readonly rowKey: string | null
  readonly values: RowValues
}

export interface ProblemRow {
  readonly personCode: string
  readonly surname: string | null
  readonly firstName: string | null
  readonly reason: string | null
  readonly errorCode: string | null
  readonly errorDescription: string | null
  readonly responseCode: string | null
  readonly responseDescription: string | null
}

export type GridFilter = Readonly<Partial<Record<RowField, readonly string[]>>>

export interface WrittenOutcome {
  readonly status: RowStatus
  readonly reason: string | null
}

/** Writes Status and Reason of rows found by row key, wherever they stand now, copies too. */
export interface OutcomeWriter {
  write(outcomes: ReadonlyMap<string, WrittenOutcome>): Promise<OutcomesWritten>
  /** Hides our hidden columns again where columns of the user moved them. */
  finish(): Promise<void>
}

export interface OutcomesWritten {
  readonly written: number
  /** Row keys that stand in the sheet no more: the user deleted those rows. */
  readonly notFound: readonly string[]
}

export interface ExportChoice {
  /** Without: no names, no dates of birth, and no columns of the user's own. */
  readonly personalDetails: boolean
}

export interface ExportColumn {
  readonly heading: string
  readonly kind: 'text' | 'code' | 'date' | 'number'
  /** In characters. */
  readonly width: number
}

/** Dates are `yyyy-MM-dd`, empty cells null. Row keys are never part of it. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly learners: number
}
