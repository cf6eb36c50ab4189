import type { OfficeGlobals } from './workbook/excel/door.ts'

/** Office.js's globals in the page. `Excel` is there only after Office.onReady. */
export function officeGlobals(): OfficeGlobals {
  return { Excel, Office }
}
