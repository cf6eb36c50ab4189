import { parseAreas } from '../../sandbox/excel/model/address.ts'
import { select } from '../../sandbox/excel/model/select.ts'
import { createWorkbook, findSheet } from '../../sandbox/excel/model/sheets.ts'
import type { Workbook } from '../../sandbox/excel/model/book.ts'
import { createRichApi, type RichApi } from '../../sandbox/excel/richapi/create.ts'
import { loadOfficeJs, type OfficeJs } from '../../sandbox/excel/seam/load.ts'

export interface ExcelInNode {
  readonly model: Workbook
  readonly richApi: RichApi
  readonly globals: OfficeJs
  /** Every request that office.js sent, in bytes of its body. */
  readonly requests: number[]
  /** Called before each request is carried out, with its body: a place for what happens meanwhile. */
  onRequest: ((body: string) => void) | null
  selectAreas(sheet: string, addresses: readonly string[]): Promise<void>
}

export interface ExcelInNodeOptions {
  readonly excelApi?: string
  /** Bytes of a request and of a response at most; 5 MB as in Excel on the web. */
  readonly mostBytes?: number
}

/** A workbook of the preview in plain Node, with the real, unmodified office.js before it. */
export async function excelInNode(options: ExcelInNodeOptions = {}): Promise<ExcelInNode> {
  const model = createWorkbook()
  const { mostBytes } = options
  const richApi = createRichApi(model, mostBytes === undefined ? {} : { mostBytes })
  const requests: number[] = []
  const watched: RichApi = {
    ...richApi,
    execute(body, flags) {
      requests.push(Buffer.byteLength(body))
      excel.onRequest?.(body)
      return richApi.execute(body, flags)
    },
  }
  const globals = await loadOfficeJs({
    richApi: watched,
    requirementSets: { ExcelApi: options.excelApi ?? '1.14' },
  })
  const excel: ExcelInNode = {
    model,
    richApi,
    globals,
    requests,
    onRequest: null,
    selectAreas(name, addresses) {
      const sheet = findSheet(model, name)
      const areas = parseAreas(addresses.join(','))
      if (!sheet || !areas) throw new Error(`no ${addresses.join()} on ${name}`)
      model.activeSheet = sheet
      select(model, sheet, areas)
      return Promise.resolve()
    },
  }
  return excel
}
