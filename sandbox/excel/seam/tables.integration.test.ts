import { describe, expect, it } from '@jest/globals'
import { perform } from '../model/perform.ts'
import { settle, startHarness, type Harness } from './harness.ts'

const withTable = async (): Promise<Harness> => {
  const harness = await startHarness()
  await harness.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet()
    sheet.getRange('A1:C5').values = [
      ['Code', 'Name', 'Score'],
      [1, 'Ng', 5],
      [2, 'Abe', 7],
      [3, 'lee', 6],
      [4, '', 7],
    ]
    sheet.tables.add('A1:C5', true).name = 'People'
    await context.sync()
  })
  return harness
}

const read = ({ Excel }: Harness, address: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load('values')
    await context.sync()
    return range.values
  })

describe('tables', () => {
  it('take in rows that are written just below them', async () => {
    const { Excel, workbook } = await withTable()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.getRange('A6:C7').values = [
        [5, 'x', 1],
        [6, 'y', 2],
      ]
      const body = context.workbook.tables.getItem('People').getDataBodyRange().load('address')
      await context.sync()
      expect(body.address).toBe('Sheet1!A2:C7')
      sheet.getRange('A9:C9').values = [[9, 'apart', 0]]
      await context.sync()
    })
    expect(workbook.activeSheet.tables[0]?.area.rows).toBe(7)
  })

  it('sort by several columns, empty cells last', async () => {
    const harness = await withTable()
    await harness.Excel.run(async (context) => {
      context.workbook.tables.getItem('People').sort.apply([
        { key: 2, ascending: false },
        { key: 1, ascending: true },
      ])
      await context.sync()
    })
    expect(await read(harness, 'A2:B5')).toEqual([
      [2, 'Abe'],
      [4, ''],
      [3, 'lee'],
      [1, 'Ng'],
    ])
  })

  it('say what a filter hides, and show it again', async () => {
    const { Excel } = await withTable()
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('People')
      table.columns.getItem('Score').filter.applyCustomFilter('>=6', '<>6', 'And')
      const body = table.getDataBodyRange().load('rowHidden')
      const visible = body.getSpecialCellsOrNullObject('Visible').load('address')
      const first = body.getRow(0).load('rowHidden')
      await context.sync()
      expect([body.rowHidden, first.rowHidden]).toEqual([null, true])
      expect(visible.address).toBe('Sheet1!A3:C3,Sheet1!A5:C5')
      table.clearFilters()
      body.load('rowHidden')
      await context.sync()
      expect(body.rowHidden).toBe(false)
    })
  })

  it('scramble what an add-in writes across rows that a filter hides', async () => {
    const harness = await withTable()
    const { Excel } = harness
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('People')
      table.columns.getItem('Score').filter.applyValuesFilter(['7'])
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.getRange('A2:A5').values = [[10], [20], [30], [40]]
      sheet.getRange('B2').values = [['single rows are safe']]
      table.clearFilters()
      await context.sync()
    })
    expect(await read(harness, 'A2:B5')).toEqual([
      [1, 'single rows are safe'],
      [10, 'Abe'],
      [3, 'lee'],
      [10, ''],
    ])
  })

  it('keep their headings unique, and follow a user who moves and inserts columns', async () => {
    const { Excel, workbook } = await withTable()
    const [table] = workbook.activeSheet.tables
    const sheetId = workbook.activeSheet.id
    perform(workbook, { do: 'move-column', tableId: table!.id, from: 2, to: 0 })
    perform(workbook, { do: 'insert', axis: 'columns', sheetId, first: 1, count: 1 })
    perform(workbook, { do: 'type', sheetId, row: 0, column: 1, text: 'name' })
    await Excel.run(async (context) => {
      const columns = context.workbook.tables.getItem('People').columns
      columns.load('items/name')
      const header = context.workbook.tables.getItem('People').getHeaderRowRange().load('values')
      await context.sync()
      expect(columns.items.map((column) => column.name)).toEqual(['Score', 'name', 'Code', 'Name2'])
      expect(header.values).toEqual([['Score', 'name', 'Code', 'Name2']])
    })
  })

  it('shrink and go with the rows that a user deletes', async () => {
    const { Excel, workbook } = await withTable()
    const sheetId = workbook.activeSheet.id
    perform(workbook, { do: 'delete', axis: 'rows', sheetId, first: 2, count: 2 })
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem('People').getDataBodyRange().load('values')
      await context.sync()
      expect(body.values).toEqual([
        [1, 'Ng', 5],
        [4, '', 7],
      ])
    })
    perform(workbook, { do: 'delete', axis: 'rows', sheetId, first: 0, count: 9 })
    expect(workbook.activeSheet.tables).toEqual([])
  })

  it('refuse names that are none, taken, or an address', async () => {
    const { Excel } = await withTable()
    const rename = (name: string) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet()
        sheet.tables.add('F1:F2', true).name = name
        await context.sync()
      })
    await expect(rename('two words')).rejects.toMatchObject({ code: 'InvalidArgument' })
    // The table itself was made: what ran before the refusal stays done.
    await expect(rename('Other')).rejects.toMatchObject({ code: 'InvalidArgument' })
  })

  it('tell of changes by table and everywhere', async () => {
    const { Excel, workbook } = await withTable()
    const heard: string[] = []
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('People')
      table.onChanged.add((args) => Promise.resolve(void heard.push(`table ${args.address}`)))
      table.onSelectionChanged.add((args) =>
        Promise.resolve(void heard.push(`selected ${args.address} ${args.isInsideTable}`)),
      )
      context.workbook.worksheets.onDeleted.add((args) =>
        Promise.resolve(void heard.push(`deleted ${args.worksheetId}`)),
      )
      context.workbook.worksheets.add('Other')
      await context.sync()
    })
    const [first, other] = workbook.sheets
    perform(workbook, { do: 'type', sheetId: first!.id, row: 1, column: 1, text: 'new' })
    perform(workbook, {
      do: 'select',
      sheetId: first!.id,
      areas: [
        { row: 1, column: 0, rows: 1, columns: 3 },
        { row: 3, column: 0, rows: 1, columns: 3 },
      ],
    })
    perform(workbook, { do: 'delete-sheet', sheetId: other!.id })
    await settle()
    expect(heard).toEqual(['table B2', 'selected A2:C2,A4:C4 true', `deleted ${other!.id}`])
  })
})
