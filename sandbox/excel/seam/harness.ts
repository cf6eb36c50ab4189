import { createWorkbook } from '../model/sheets.ts'
import type { Workbook, WorkbookOptions } from '../model/book.ts'
import { createRichApi, type RichApi, type RichApiOptions } from '../richapi/create.ts'
import { loadOfficeJs, type OfficeJs } from './load.ts'

export interface Harness extends OfficeJs {
  readonly workbook: Workbook
  readonly richApi: RichApi
}

/** A new workbook with the real office.js before it, for tests. */
export const startHarness = async (
  options: WorkbookOptions & RichApiOptions = {},
): Promise<Harness> => {
  const workbook = createWorkbook({ thisYear: 2026, ...options })
  const richApi = createRichApi(workbook, options)
  return { workbook, richApi, ...(await loadOfficeJs({ richApi })) }
}

/** Lets events that are due be delivered. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10))
