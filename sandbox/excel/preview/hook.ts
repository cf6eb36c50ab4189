import * as z from 'zod/mini'
import { parseArea } from '../model/address.ts'
import type { WorkbookClient } from '../model/client.ts'
import type { WorkbookStore } from './workbook/store.ts'

const cell = z.union([z.string(), z.number(), z.boolean()])
const answered = z.object({
  Results: z.array(z.object({ Value: z.unknown() })),
})
const loaded = z.object({ Values: z.array(z.array(cell)) })

/** `worksheets.getItem(sheet).getRange(address)` with its values, as office.js would send it. */
const readBody = (sheet: string, address: string): string =>
  JSON.stringify({
    AutoKeepReference: false,
    Actions: [
      { Id: 9, ActionType: 2, Name: '', ObjectPathId: 7, QueryInfo: { Select: ['values'] } },
    ],
    ObjectPaths: {
      1: { Id: 1, ObjectPathType: 1, Name: '' },
      3: { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      5: {
        Id: 5,
        ObjectPathType: 5,
        Name: '',
        ParentObjectPathId: 3,
        ArgumentInfo: { Arguments: [sheet] },
      },
      7: {
        Id: 7,
        ObjectPathType: 3,
        Name: 'GetRange',
        ParentObjectPathId: 5,
        ArgumentInfo: { Arguments: [address] },
      },
    },
  })

/** What a test can do to the workbook without drawing on the canvas. Addresses are those of the sheet shown. */
export interface WorkbookHook {
  /** Values of a range of a worksheet, by its name. */
  read(sheet: string, address: string): Promise<(string | number | boolean)[][]>
  /** Selects one or more areas, e.g. `A5:C9,F2`. */
  select(addresses: string): Promise<boolean>
  /** Types into a cell as the user does. */
  type(address: string, text: string): Promise<boolean>
  /** Begins typing into a cell and leaves it so: `Excel.run` is refused with 5004. */
  beginEdit(address: string): Promise<boolean>
  cancelEdit(): Promise<void>
  /** Names of the visible worksheets in order. */
  sheets(): Promise<string[]>
  /** The next request of the add-in fails with this service error, e.g. 5102. */
  failNext(error: number): Promise<void>
}

export function workbookHook(client: WorkbookClient, store: WorkbookStore): WorkbookHook {
  const place = (address: string) => {
    const area = parseArea(address)
    if (!area) throw new Error(`${address} is not the address of a cell.`)
    const { row, column } = area
    return { sheetId: store.get().sheet.id, row, column }
  }
  return {
    async read(sheet, address) {
      const answer = await client.ask('execute', { body: readBody(sheet, address), flags: 0 })
      if (answer.kind !== 'body') throw new Error(`Service error ${String(answer.error)}`)
      const results = answered.safeParse(JSON.parse(answer.body))
      if (!results.success) throw new Error(answer.body)
      return loaded.parse(results.data.Results[0]?.Value).Values
    },
    select: (addresses) => store.goTo(addresses),
    type: (address, text) => store.operate({ do: 'type', ...place(address), text }),
    beginEdit: (address) => store.operate({ do: 'begin-edit', ...place(address) }),
    cancelEdit: store.cancelEdit,
    async sheets() {
      const { sheets } = await client.ask('workbook', {})
      return sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name)
    },
    async failNext(error) {
      await client.ask('failNext', { error })
    },
  }
}
