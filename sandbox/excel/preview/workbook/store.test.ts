import { describe, expect, it } from '@jest/globals'
import { CallRefused, type WorkbookClient } from '../../model/client.ts'
import type { UserOperation } from '../../model/operation.ts'
import type { WorkbookEvent } from '../../model/protocol.ts'
import { sheetView } from '../testing.ts'
import { createWorkbookStore } from './store.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 })

const setUp = async () => {
  const operations: UserOperation[] = []
  const listeners = new Set<(event: WorkbookEvent) => void>()
  let sheet = sheetView()
  let refuse = false
  let reads = 0
  let held: Promise<void> | null = null
  const answers: Record<string, (ask: never) => unknown> = {
    workbook: () => ({
      name: 'Book1',
      activeSheetId: sheet.id,
      sheets: [],
      editing: null,
      canUndo: false,
      saved: false,
    }),
    sheet: () => {
      reads += 1
      return sheet
    },
    content: async ({ row, column }: { row: number; column: number }) => {
      await held
      return { address: '', formula: `${String(row)},${String(column)}` }
    },
    operation: ({ operation }: { operation: UserOperation }) => {
      if (refuse) throw new CallRefused('InvalidArgument', 'That name is taken.')
      operations.push(operation)
      if (operation.do === 'select') {
        const [first = cell(0, 0)] = operation.areas
        sheet = { ...sheet, selection: operation.areas, activeCell: operation.active ?? first }
      }
      return null
    },
    address: ({ text }: { text: string }) =>
      text === 'C3' ? { sheetId: sheet.id, areas: [cell(2, 2)] } : null,
  }
  const client = {
    ask: async (call: string, ask: never) => await answers[call]!(ask),
    subscribe: (listener: (event: WorkbookEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as WorkbookClient
  const store = await createWorkbookStore(client)
  return {
    store,
    operations,
    reads: () => reads,
    change: (parts: Partial<typeof sheet>, ...events: WorkbookEvent[]) => {
      sheet = { ...sheet, ...parts }
      for (const event of events) for (const listener of listeners) listener(event)
    },
    /** Reading comes to its end only when the answer is called. */
    holdReading: () => {
      let release: () => void = () => undefined
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => {
        held = null
        release()
      }
    },
    refuseAll: () => {
      refuse = true
    },
  }
}

describe('the page’s copy of the workbook', () => {
  it('shows a selection at once, and tells the worker', async () => {
    const { store, operations } = await setUp()
    store.select([cell(4, 1)], { row: 4, column: 1 })
    expect(store.get().sheet.activeCell).toEqual({ row: 4, column: 1 })
    await settled()
    expect(operations).toMatchObject([{ do: 'select', areas: [cell(4, 1)] }])
    expect(store.get().content.formula).toBe('4,1')
  })

  it('is not thrown back by the echo of an earlier selection', async () => {
    const { store, change } = await setUp()
    store.select([cell(1, 1)], { row: 1, column: 1 })
    store.select([cell(2, 2)], { row: 2, column: 2 })
    change({}, { event: 'selection', sheetId: 'sheet1', areas: [cell(1, 1)] })
    expect(store.get().sheet.activeCell).toEqual({ row: 2, column: 2 })
    await settled()
    expect(store.get().sheet.activeCell).toEqual({ row: 2, column: 2 })
  })

  it('is not thrown back by what was read before the selection, and arrives after it', async () => {
    const { store, change, holdReading } = await setUp()
    const release = holdReading()
    change({ frozenRows: 1 }, { event: 'sheet', sheetId: 'sheet1' })
    await settled()
    store.select([cell(5, 1)], { row: 5, column: 1 })
    await settled()
    const seen: number[] = []
    store.subscribe(() => seen.push(store.get().sheet.activeCell.row))
    release()
    await settled()
    expect(seen.length).toBeGreaterThan(0)
    expect([...new Set(seen)]).toEqual([5])
    expect(store.get().sheet.frozenRows).toBe(1)
  })

  it('follows what the add-in selects', async () => {
    const { store, change } = await setUp()
    change(
      { selection: [cell(9, 0)], activeCell: { row: 9, column: 0 } },
      { event: 'selection', sheetId: 'sheet1', areas: [cell(9, 0)] },
    )
    await settled()
    expect(store.get().sheet.activeCell).toEqual({ row: 9, column: 0 })
    expect(store.get().content.formula).toBe('9,0')
  })

  it('reads anew once or twice, however many events come at a time', async () => {
    const { change, reads } = await setUp()
    const before = reads()
    const event: WorkbookEvent = { event: 'sheet', sheetId: 'sheet1' }
    change({ frozenRows: 1 }, ...Array.from({ length: 50 }, () => event))
    await settled()
    expect(reads() - before).toBeLessThanOrEqual(2)
  })

  it('shows a refusal in words, until something works again', async () => {
    const { store, refuseAll } = await setUp()
    store.tell('Earlier')
    await store.operate({ do: 'undo' })
    expect(store.get().refusal).toBeNull()
    refuseAll()
    expect(await store.operate({ do: 'undo' })).toBe(false)
    expect(store.get().refusal).toBe('That name is taken.')
  })

  it('goes to an address, and says when there is no such place', async () => {
    const { store } = await setUp()
    expect(await store.goTo('C3')).toBe(true)
    expect(store.get().sheet.activeCell).toEqual({ row: 2, column: 2 })
    expect(await store.goTo('nonsense')).toBe(false)
  })
})
