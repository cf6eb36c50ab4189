import * as z from 'zod/mini'
import type { CommandDesk } from './commands.ts'
import type { DialogDesk } from './dialogs.ts'
import type { Frame } from './frame.ts'
import type { MethodResult } from './result.ts'
import { selectedData } from './selectedData.ts'
import { answerServices } from './serviceBatch.ts'
import { serviceErrors } from './serviceErrors.ts'
import type { ServicePage } from './services.ts'
import type { DocumentSettings } from './settings.ts'
import type { HostSurface } from './surface.ts'
import type { HostedWorkbook } from './workbook.ts'

export interface MethodParts {
  workbook: HostedWorkbook
  settings: DocumentSettings
  dialogs: DialogDesk
  commands: CommandDesk
  surface: HostSurface
  documentUrl(): string
  /** Tells all frames of the add-in. */
  broadcast(actionName: string, data: unknown): void
}

type Method = (parts: MethodParts, frame: Frame, data: unknown) => Promise<MethodResult>

const done: MethodResult = { Error: 0 }
const wrongArguments: MethodResult = { Error: serviceErrors.invalidArgument }

const batchSchema = z.object({ ArrayData: z.array(z.unknown()).check(z.minLength(7)) })
const goToSchema = z.object({ DdaGoToByIdMethod: z.object({ Id: z.string() }) })

const json = (status: number, body: string): MethodResult => ({
  Error: 0,
  Data: [status, ['Content-Type', 'application/json'], body],
})

/** What Excel's own services do to the page; the add-in hears of it. */
const servicePage = ({ surface, broadcast }: MethodParts): ServicePage => ({
  openWorkbook: surface.openWorkbook,
  showPane(visible) {
    surface.showPane(visible)
    const state = JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' })
    broadcast('richApiMessage', { ArrayData: [[65536, 65539, '', state, 0, false]] })
  },
})

const runBatch: Method = async (parts, _frame, data) => {
  const batch = batchSchema.safeParse(data)
  if (!batch.success) return wrongArguments
  const [partition, , , , body, , flags] = batch.data.ArrayData
  if (typeof body !== 'string' || typeof flags !== 'number') return wrongArguments
  const own = answerServices(partition, body, servicePage(parts))
  if (own) {
    if (own.missing) parts.surface.refused(own.missing)
    return json(200, own.body)
  }
  const result = await parts.workbook.execute(body, flags)
  if (result.kind === 'service-error') return { Error: result.error }
  return json(result.status, result.body)
}

const goTo: Method = async (parts, _frame, data) => {
  const target = goToSchema.safeParse(data)
  if (!target.success) return wrongArguments
  const found = await parts.workbook.goTo(target.data.DdaGoToByIdMethod.Id)
  return { Error: found ? 0 : serviceErrors.noSuchBinding }
}

const refuse =
  (what: string, error: number): Method =>
  (parts) => {
    parts.surface.refused(what)
    return Promise.resolve({ Error: error })
  }

/** Dispatch id → method. What is not here is refused by its number. */
const methods: Readonly<Record<number, Method>> = {
  64: (parts, _frame, data) => selectedData(parts.workbook, data),
  65: refuse('setSelectedDataAsync', serviceErrors.operationNotSupported),
  75: ({ settings }) =>
    Promise.resolve({
      Error: 0,
      Properties: { Settings: settings.all().map(([Name, Value]) => ({ Name, Value })) },
    }),
  76: ({ settings, broadcast }, _frame, data) => {
    if (!settings.save(data)) return Promise.resolve(wrongArguments)
    broadcast('settingsChanged', {})
    return Promise.resolve(done)
  },
  77: refuse('getFileAsync', serviceErrors.operationNotSupported),
  82: goTo,
  86: ({ documentUrl }) => Promise.resolve({ Error: 0, 0: { 1: documentUrl() } }),
  93: runBatch,
  94: ({ commands }, _frame, data) =>
    Promise.resolve(commands.completed(data) ? done : wrongArguments),
  98: () => Promise.resolve({ Error: serviceErrors.tokenNotSupported }),
  144: ({ dialogs }, frame, data) =>
    Promise.resolve(dialogs.toParent(frame, data) ? done : wrongArguments),
  145: ({ dialogs }, frame, data) =>
    Promise.resolve(dialogs.toChild(frame, data) ? done : wrongArguments),
}

const calledSchema = z.object({ DdaMethod: z.object({ DispatchId: z.number() }) })

/** Runs one `executeMethod`; never leaves one unanswered, as the library waits for it without end. */
export async function runMethod(
  parts: MethodParts,
  frame: Frame,
  data: unknown,
): Promise<MethodResult> {
  const called = calledSchema.safeParse(data)
  if (!called.success) return wrongArguments
  const { DispatchId: id } = called.data.DdaMethod
  const method =
    methods[id] ?? refuse(`executeMethod ${String(id)}`, serviceErrors.operationNotSupported)
  return await method(parts, frame, data)
}
