import { bounding, type Area } from '../model/area.ts'
import type { Change } from '../model/change.ts'
import { copiedText } from '../model/copy.ts'
import { selectedFigures } from '../model/figures.ts'
import { cellContent, filterChoices, readNameBox, selectedValues } from '../model/lookups.ts'
import { perform } from '../model/perform.ts'
import type { Ask, CallName, Calls, Reply, WorkbookEvent } from '../model/protocol.ts'
import { Refusal } from '../model/refusal.ts'
import type { Workbook } from '../model/book.ts'
import { createViews, type Views } from '../model/view/views.ts'
import type { RichApi } from './create.ts'

type Answer = Calls[CallName]['answer']

const answer = (
  ask: Ask,
  workbook: Workbook,
  views: Views,
  richApi: RichApi,
): Answer | Promise<Answer> => {
  switch (ask.call) {
    case 'execute':
      return richApi.execute(ask.ask.body, ask.ask.flags)
    case 'workbook':
      return views.workbook()
    case 'sheet':
      return views.sheet(ask.ask.sheetId)
    case 'window':
      return views.window(ask.ask)
    case 'operation':
      perform(workbook, ask.ask.operation)
      return null
    case 'content':
      return cellContent(workbook, ask.ask.sheetId, ask.ask.row, ask.ask.column)
    case 'filterChoices':
      return filterChoices(workbook, ask.ask.tableId, ask.ask.column)
    case 'selectedValues':
      return selectedValues(workbook)
    case 'selectedFigures':
      return selectedFigures(workbook)
    case 'copy':
      return copiedText(workbook)
    case 'address':
      return readNameBox(workbook, ask.ask.text)
    case 'failNext':
      richApi.failNext(ask.ask.error)
      return null
  }
}

/** What a change means for whoever draws the workbook. */
const eventsFor = (change: Change, outgrown: boolean): WorkbookEvent[] => {
  switch (change.kind) {
    case 'cells':
    case 'format': {
      const sheetId = change.sheet.id
      const cells: WorkbookEvent = { event: 'cells', sheetId, area: change.area }
      return outgrown ? [cells, { event: 'sheet', sheetId }] : [cells]
    }
    case 'inserted':
    case 'deleted':
    case 'hidden':
    case 'sorted':
    case 'filtered':
    case 'layout':
    case 'table-added':
    case 'table-deleted': {
      const sheetId = change.sheet.id
      return [
        { event: 'sheet', sheetId },
        { event: 'cells', sheetId, area: null },
      ]
    }
    case 'selection':
      return [{ event: 'selection', sheetId: change.sheet.id, areas: change.sheet.selection }]
    default:
      return [{ event: 'workbook' }]
  }
}

/** Joins what one turn brought: one event a sheet and kind, cells as the smallest area with all. */
const joined = (events: readonly WorkbookEvent[]): WorkbookEvent[] => {
  const found = new Map<string, WorkbookEvent>()
  const extend = (before: Area | null, after: Area | null): Area | null =>
    before && after ? bounding(before, after) : null
  for (const [index, event] of events.entries()) {
    if (event.event === 'richapi') {
      found.set(`richapi ${String(index)}`, event)
      continue
    }
    const key = 'sheetId' in event ? `${event.event} ${event.sheetId}` : event.event
    const known = found.get(key)
    const cells = event.event === 'cells' && known?.event === 'cells'
    found.set(key, cells ? { ...event, area: extend(known.area, event.area) } : event)
  }
  return [...found.values()]
}

/** Puts a workbook, and RichApi for one add-in in it, behind a message port. */
export const serveWorkbook = (
  port: Pick<MessagePort, 'postMessage' | 'onmessage'>,
  workbook: Workbook,
  richApi: RichApi,
): void => {
  const views = createViews(workbook)
  let waiting: WorkbookEvent[] = []

  const reply = (message: Reply): void => {
    port.postMessage(message)
  }
  const push = (events: readonly WorkbookEvent[]): void => {
    if (waiting.length === 0) {
      setTimeout(() => {
        const due = joined(waiting)
        waiting = []
        reply({ reply: 'events', events: due })
      }, 0)
    }
    waiting.push(...events)
  }

  workbook.listeners.add((change) => {
    push(eventsFor(change, views.outgrown(change)))
  })
  richApi.onEvents((entries) => {
    push([{ event: 'richapi', entries }])
  })

  const take = async (ask: Ask): Promise<void> => {
    try {
      reply({ reply: 'answer', id: ask.id, value: await answer(ask, workbook, views, richApi) })
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'GeneralException'
      const message = error instanceof Error ? error.message : String(error)
      reply({ reply: 'refused', id: ask.id, code, message })
    }
  }
  port.onmessage = (message: MessageEvent) => {
    void take(message.data)
  }
}
