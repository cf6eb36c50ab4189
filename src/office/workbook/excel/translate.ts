import { WorkbookError, type WorkbookErrorCode } from '../error.ts'

/** Office.js's error codes, as documented, in our words. */
const codes: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  WriteNotSupportedWhenModalDialogOpen: 'dialog-open',
  AccessDenied: 'protected',
  FilteredRangeConflict: 'filtered',
  InactiveWorkbook: 'other-workbook',
  ActivityLimitReached: 'busy',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  MemoryLimitReached: 'memory',
  InvalidOrTimedOutSession: 'disconnected',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
}

const messages: Readonly<Record<WorkbookErrorCode, string>> = {
  'cell-edit':
    'Excel cannot take changes while a cell is being edited. Press Enter or Esc in the sheet, then try again.',
  'dialog-open': 'A dialog of Excel is open. Close it, then try again.',
  protected:
    'The workbook or the sheet is protected or opened read-only. Remove the protection (Review tab) or open it for editing, then try again.',
  filtered:
    'A filter on the sheet is in the way. Clear the filter (Data tab, Clear), then try again.',
  'other-workbook': 'Another workbook is in front. Click into this workbook, then try again.',
  busy: 'Excel is busy with other work. Wait a moment, then try again.',
  'too-large': 'Excel takes no piece of data that large. Select fewer rows, then try again.',
  memory:
    'Excel has run out of memory. Close other workbooks, or download fewer learners at a time.',
  disconnected:
    'Excel has lost its connection to the workbook. Reload the page or open the workbook again; the session can be taken up where it stopped.',
  'sheet-missing':
    'The session worksheet is not in this workbook any more. Download again to start a new session.',
  'grid-missing':
    'The session grid is no longer a table. Undo that change (Ctrl-Z), or choose Close and download again.',
  'column-missing':
    'A column that this needs was deleted or renamed. Undo that change (Ctrl-Z), or choose Close and download again.',
  moved: 'The sheet was sorted or edited in the meantime. Look at the selection and try again.',
  unsupported:
    'This version of Excel lacks something the add-in needs. Update Excel, or ask your support contact.',
  unexpected: 'Excel did not do what it was asked.',
}

/** A workbook error with its plain message; `detail` names a sheet or column, never a person. */
export function workbookError(code: WorkbookErrorCode, detail?: string, cause?: unknown) {
  const text = detail === undefined ? messages[code] : `${messages[code]} (${detail})`
  return new WorkbookError(code, text, cause === undefined ? undefined : { cause })
}

/** What Office.js threw, as an error of ours. Errors of ours pass through. */
export function translate(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error
  const code = officeCode(error)
  const known = code === null ? undefined : codes[code]
  if (known !== undefined && known !== 'unsupported') return workbookError(known, undefined, error)
  return workbookError(known ?? 'unexpected', whereOf(error) ?? code ?? undefined, error)
}

/** Which member of Office.js failed: a name of its interface, never data. */
function whereOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error)) return null
  const { debugInfo } = error
  if (typeof debugInfo !== 'object' || debugInfo === null) return null
  if (!('errorLocation' in debugInfo)) return null
  const { errorLocation } = debugInfo
  return typeof errorLocation === 'string' && errorLocation !== '' ? errorLocation : null
}

/** The code of an Office.js error; its classes cannot be asked, for they come from another script. */
export function officeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
