import { describe, expect, it } from '@jest/globals'
import { parseAreas } from '../../../sandbox/excel/model/address.ts'
import { select } from '../../../sandbox/excel/model/select.ts'
import { createWorkbook, findSheet } from '../../../sandbox/excel/model/sheets.ts'
import { createRichApi } from '../../../sandbox/excel/richapi/create.ts'
import { loadOfficeJs } from '../../../sandbox/excel/seam/load.ts'
import { allCases } from './cases/all.ts'
import { createRunner } from './run.ts'

/** A workbook with the real office.js before it. */
async function excelInNode(excelApi: string) {
  const model = createWorkbook()
  const richApi = createRichApi(model)
  const globals = await loadOfficeJs({ richApi, requirementSets: { ExcelApi: excelApi } })
  return createRunner(globals, (name, addresses) => {
    const sheet = findSheet(model, name)
    const areas = parseAreas(addresses.join(','))
    if (!sheet || !areas) throw new Error(`no ${addresses.join()} on ${name}`)
    model.activeSheet = sheet
    select(model, sheet, areas)
    return Promise.resolve()
  })
}

describe.each(['1.14'])('src/office on the real office.js, ExcelApi %s', (excelApi) => {
  const runner = excelInNode(excelApi)

  it.each(allCases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    expect(await (await runner).run(one)).toEqual({ name: one.name, outcome: 'passed' })
  })
})
