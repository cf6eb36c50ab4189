import { describe, expect, it } from '@jest/globals'
import { perform } from '../model/perform.ts'
import { settle, startHarness } from './harness.ts'

const row = (index: number): (string | number)[] =>
  Array.from({ length: 25 }, (_, column) => (column % 3 === 0 ? `text ${index}` : index + column))

const block = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => row(first + index))

describe('limits of Excel on the web', () => {
  it('refuse a request over 5 MB, and let one below pass', async () => {
    const { Excel } = await startHarness()
    const write = (rows: number) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet()
        sheet.getRangeByIndexes(0, 0, rows, 25).values = block(0, rows)
        await context.sync()
      })
    await write(4_000)
    await expect(write(25_000)).rejects.toMatchObject({
      code: 'RequestPayloadSizeLimitExceeded',
    })
  })

  it('refuse a response over the limit', async () => {
    const { Excel } = await startHarness({ mostBytes: 100_000 })
    const read = (rows: number) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet()
        const range = sheet.getRangeByIndexes(0, 0, rows, 25).load('values')
        await context.sync()
        return range.values.length
      })
    expect(await read(10)).toBe(10)
    await expect(read(2_000)).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' })
  })

  it('take 60,000 rows of 25 columns in blocks, in seconds', async () => {
    const { Excel, workbook } = await startHarness()
    const started = process.cpuUsage()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      for (let first = 0; first < 60_000; first += 4_000) {
        sheet.getRangeByIndexes(first, 0, 4_000, 25).values = block(first, 4_000)
        await context.sync()
      }
    })
    expect(workbook.activeSheet.cells.rows).toHaveLength(60_000)
    expect(workbook.activeSheet.cells.rows[59_999]?.values.slice(0, 2)).toEqual([
      'text 59999',
      60_000,
    ])
    // Two to three seconds; of our own work, since other work on the machine may be going on.
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  }, 120_000)

  it('keep an add-in out while a cell is being edited, or let it wait', async () => {
    const { Excel, workbook } = await startHarness()
    const sheetId = workbook.activeSheet.id
    perform(workbook, { do: 'begin-edit', sheetId, row: 0, column: 0 })
    const name = async (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name')
      await context.sync()
      return sheet.name
    }
    await expect(Excel.run(name)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' })
    let done = false
    const waiting = Excel.run({ delayForCellEdit: true }, name).then((found) => {
      done = true
      return found
    })
    await settle()
    expect(done).toBe(false)
    perform(workbook, { do: 'type', sheetId, row: 0, column: 0, text: 'x' })
    expect(await waiting).toBe('Sheet1')
  })

  it('name what is not played', async () => {
    const { Excel } = await startHarness()
    const charts = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().charts.load('count')
      await context.sync()
    })
    await expect(charts).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('Worksheet.Charts'),
    })
  })

  it('refuse cell values for whole columns, which read as null', async () => {
    const { Excel } = await startHarness()
    await Excel.run(async (context) => {
      const column = context.workbook.worksheets.getActiveWorksheet().getRange('B:B')
      column.load('values,address,cellCount')
      column.format.fill.color = 'yellow'
      await context.sync()
      expect([column.values, column.address, column.cellCount]).toEqual([
        null,
        'Sheet1!B:B',
        1_048_576,
      ])
      column.numberFormat = [['@']]
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' })
    })
  })
})
