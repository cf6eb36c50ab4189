import { afterEach, describe, expect, it } from '@jest/globals'
import { cellArea } from '../model/area.ts'
import { createWorkbookClient, type WorkbookClient } from '../model/client.ts'
import { addTable } from '../model/tables.ts'
import { parseArea } from '../model/address.ts'
import type { WorkbookEvent } from '../model/protocol.ts'
import { createWorkbook } from '../model/sheets.ts'
import type { Workbook } from '../model/book.ts'
import { writeValues } from '../model/write.ts'
import { createRichApi } from './create.ts'
import { serveWorkbook } from './serve.ts'

const open: MessagePort[] = []

const start = (): { client: WorkbookClient; workbook: Workbook; sheetId: string } => {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const workbook = createWorkbook({ thisYear: 2026 })
  serveWorkbook(port1, workbook, createRichApi(workbook))
  return { client: createWorkbookClient(port2), workbook, sheetId: workbook.activeSheet.id }
}

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

describe('a workbook behind a message port', () => {
  it('draws a window of what was typed', async () => {
    const { client, sheetId } = start()
    await client.ask('operation', {
      operation: { do: 'type', sheetId, row: 1, column: 1, text: '12%' },
    })
    const window = await client.ask('window', {
      sheetId,
      firstRow: 1,
      rowCount: 2,
      firstColumn: 1,
      columnCount: 1,
    })
    expect(window).toEqual({
      rows: [1, 2],
      columns: [1],
      cells: [[{ text: '12%', kind: 'number', align: 'right' }], [null]],
    })
  })

  it('draws only rows in sight, and bands them', async () => {
    const { client, workbook, sheetId } = start()
    const sheet = workbook.activeSheet
    writeValues(workbook, sheet, parseArea('A1:A6')!, [['N'], [1], [2], [3], [4], [5]])
    const table = addTable(workbook, sheet, parseArea('A1:A6')!, true)
    await client.ask('operation', {
      operation: { do: 'filter-values', tableId: table.id, column: 0, values: ['2', '4', '5'] },
    })
    const view = await client.ask('sheet', { sheetId })
    expect(view.hiddenRows).toEqual([
      [1, 1],
      [3, 1],
    ])
    expect(view.tables[0]?.columns).toEqual([{ name: 'N', filtered: true, sorted: null }])
    const window = await client.ask('window', {
      sheetId,
      firstRow: 0,
      rowCount: 4,
      firstColumn: 0,
      columnCount: 1,
    })
    expect(window.rows).toEqual([0, 2, 4, 5])
    expect(window.cells.map(([cell]) => [cell?.text, cell?.fill])).toEqual([
      ['N', '#4472C4'],
      ['2', '#D9E1F2'],
      ['4', undefined],
      ['5', '#D9E1F2'],
    ])
  })

  it('tells once a turn which cells to draw again', async () => {
    const { client, sheetId } = start()
    const events: WorkbookEvent[] = []
    client.subscribe((event) => events.push(event))
    await client.ask('sheet', { sheetId })
    const text = 'a\tb\nc\td'
    await client.ask('operation', {
      operation: { do: 'paste', sheetId, areas: [cellArea(2, 3)], text },
    })
    await settled()
    expect(events).toEqual([
      { event: 'cells', sheetId, area: { row: 2, column: 3, rows: 2, columns: 2 } },
    ])
  })

  it('refuses in words', async () => {
    const { client, sheetId } = start()
    const rename = client.ask('operation', {
      operation: { do: 'rename-sheet', sheetId, name: 'a/b' },
    })
    await expect(rename).rejects.toMatchObject({ name: 'CallRefused', code: 'InvalidArgument' })
  })

  it('executes RichApi requests and takes back what the user did', async () => {
    const { client, sheetId } = start()
    const body = JSON.stringify({
      Actions: [{ Id: 2, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
    })
    expect(await client.ask('execute', { body, flags: 0 })).toEqual({
      kind: 'body',
      status: 200,
      body: '{"Results":[{"ActionId":2,"Value":{"Name":"Book1.xlsx"}}],"TraceIds":[]}',
    })
    const type = (text: string) =>
      client.ask('operation', { operation: { do: 'type', sheetId, row: 0, column: 0, text } })
    await type('one')
    await type('two')
    await client.ask('operation', { operation: { do: 'undo' } })
    expect(await client.ask('content', { sheetId, row: 0, column: 0 })).toEqual({
      address: 'A1',
      formula: 'one',
    })
  })
})
