import { describe, expect, it } from '@jest/globals'
import { createWorkbook } from '../model/sheets.ts'
import { createRichApi } from '../richapi/create.ts'
import { loadOfficeJs } from './load.ts'

const start = async () => {
  const workbook = createWorkbook({ thisYear: 2026 })
  const richApi = createRichApi(workbook)
  return { workbook, richApi, ...(await loadOfficeJs({ richApi })) }
}

describe('the real office.js before this workbook', () => {
  it('adds a sheet, writes values and reads them back', async () => {
    const { Excel, workbook } = await start()
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Data')
      const range = sheet.getRange('A1:B2')
      range.values = [
        ['Name', 'Count'],
        ['alpha', '=1+2'],
      ]
      range.load('values,formulas,address')
      await context.sync()
      return [range.address, range.values, range.formulas]
    })
    expect(seen).toEqual([
      'Data!A1:B2',
      [
        ['Name', 'Count'],
        ['alpha', 3],
      ],
      [
        ['Name', 'Count'],
        ['alpha', '=1+2'],
      ],
    ])
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Data'])
  })

  it('gives null objects, and real error codes', async () => {
    const { Excel, OfficeExtension } = await start()
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('Nope')
      await context.sync()
      expect(none.isNullObject).toBe(true)
      none.delete()
      await context.sync()
    })
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Nope').load('name')
      await context.sync()
    })
    await expect(failed).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    })
    await expect(failed).rejects.toBeInstanceOf(OfficeExtension.Error)
  })

  it('fails as a whole when told to', async () => {
    const { Excel, richApi } = await start()
    richApi.failNext(5102)
    const failed = Excel.run(async (context) => {
      context.workbook.load('name')
      await context.sync()
    })
    await expect(failed).rejects.toMatchObject({ code: 'ActivityLimitReached' })
  })

  it('hands events to handlers, own writes included', async () => {
    const { Excel, workbook } = await start()
    const heard: string[] = []
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.onChanged.add((args) => {
        heard.push(`${args.address} ${String(args.triggerSource)}`)
        return Promise.resolve()
      })
      await context.sync()
      sheet.getRange('C3').values = [[7]]
      await context.sync()
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(heard).toEqual(['C3 ThisLocalAddin'])
    expect(workbook.activeSheet.cells.rows[2]?.values[2]).toBe(7)
  })
})
