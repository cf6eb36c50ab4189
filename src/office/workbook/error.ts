/** Why the workbook refused; each has one plain message that says what to do (errorText.ts). */
export const workbookErrorCodes = [
  'cell-edit',
  'dialog-open',
  'protected',
  'filtered',
  'other-workbook',
  'busy',
  'too-large',
  'memory',
  'disconnected',
  'sheet-missing',
  'grid-missing',
  'column-missing',
  'moved',
  'unsupported',
  'unexpected',
] as const

export type WorkbookErrorCode = (typeof workbookErrorCodes)[number]

/** The only error that leaves src/office/workbook. Its message is meant for the person in front of Excel. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode

  constructor(code: WorkbookErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WorkbookError'
    this.code = code
  }
}
