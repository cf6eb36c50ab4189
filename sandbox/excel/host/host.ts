import { appContext, hostRequirementSets } from './appContext.ts'
import { type CommandResult, createCommandDesk } from './commands.ts'
import { createDialogDesk } from './dialogs.ts'
import { readRequest, type Request } from './envelope.ts'
import { createFrame, type Frame, type FrameWindow } from './frame.ts'
import { type FrameAddress, frameAddress, type FrameKind } from './frameAddress.ts'
import { type MethodParts, runMethod } from './methods.ts'
import { readNotice } from './notices.ts'
import { serviceErrors } from './serviceErrors.ts'
import { createDocumentSettings } from './settings.ts'
import type { HostSurface } from './surface.ts'
import type { HostedWorkbook } from './workbook.ts'

/** A message as it arrives at the host page. */
export interface IncomingMessage {
  data: unknown
  origin: string
  source: unknown
}

/** The host page's own window, as far as the host needs it. */
export interface HostWindow {
  readonly origin: string
  readonly size: { width: number; height: number }
  /** Hears the page's message events; answers with the way to stop. */
  onMessage(listener: (message: IncomingMessage) => void): () => void
}

export interface OfficeHostOptions {
  window: HostWindow
  addin: { id: string; name: string; appDomains: readonly string[] }
  workbook: HostedWorkbook
  surface: HostSurface
  /** Where the workbook lies; empty while it was never saved. */
  documentUrl(): string
  locale: string
  /** The version of `ExcelApi` the workbook plays, and whatever else it can; the host adds its own. */
  requirementSets: Readonly<Record<string, string>>
  newConversationId(): string
}

/** A frame of the add-in, ready to be put into the page. */
export interface HostedFrame extends FrameAddress {
  readonly id: string
  /** Names the frame's window; null once it has left the page. */
  attach(window: FrameWindow | null): void
  close(): void
}

export interface OfficeHost {
  /** Makes a frame for a page of the add-in, under a conversation of its own. */
  open(url: string, kind: FrameKind): HostedFrame
  /** Names the window of a dialog that the surface was asked to open. */
  attachDialog(id: string, window: FrameWindow | null): void
  closeDialog(id: string): void
  /** Calls a function of the page in that frame, as a ribbon button does. */
  invoke(frameId: string, functionName: string, controlId: string): Promise<CommandResult>
  /** Runs an associated action without a command, as a keyboard shortcut does. */
  act(actionName: string): void
  dispose(): void
}

/** Excel's side of the protocol that office.js speaks with the page it is framed by. */
export function createOfficeHost(options: OfficeHostOptions): OfficeHost {
  const { addin, surface, workbook, window } = options
  const frames = new Map<string, Frame>()
  const settings = createDocumentSettings()
  const commands = createCommandDesk()
  const dialogs = createDialogDesk({
    appDomains: addin.appDomains,
    surface,
    openFrame: (url, kind) => openFrame(url, kind),
    closeFrame: ({ conversationId }) => frames.delete(conversationId),
  })
  const broadcast = (actionName: string, data: unknown) => {
    for (const frame of frames.values()) frame.send(actionName, data)
  }
  const parts: MethodParts = {
    workbook,
    settings,
    dialogs,
    commands,
    surface,
    broadcast,
    documentUrl: options.documentUrl,
  }

  function openFrame(url: string, kind: FrameKind) {
    const conversationId = options.newConversationId()
    const origin = new URL(url).origin
    const frame = createFrame({ kind, conversationId, origin, hostOrigin: window.origin })
    frames.set(conversationId, frame)
    const address = frameAddress({
      url,
      kind,
      conversationId,
      addinId: addin.id,
      hostOrigin: window.origin,
      locale: options.locale,
    })
    return { frame, ...address }
  }

  function close(frame: Frame) {
    dialogs.closeOf(frame)
    frames.delete(frame.conversationId)
  }

  function greet(frame: Frame, request: Request) {
    frame.registered.clear()
    dialogs.closeOf(frame)
    const context = appContext({
      addinId: addin.id,
      addinName: addin.name,
      appDomains: addin.appDomains,
      locale: options.locale,
      documentUrl: options.documentUrl(),
      settings: settings.all(),
      requirementSets: { ...hostRequirementSets, ...options.requirementSets },
      conversationId: frame.conversationId,
      windowSize: window.size,
    })
    frame.answer(request, context)
  }

  async function call(frame: Frame, request: Request) {
    try {
      const { Error: error, ...result } = await runMethod(parts, frame, request._data)
      frame.answer(request, { Version: 1, Error: error, ...result })
    } catch (cause) {
      surface.refused(cause instanceof Error ? cause.message : 'executeMethod')
      frame.fail(request)
    }
  }

  function register(frame: Frame, request: Request) {
    const name = request._actionName
    const error = name === 'dialogMessageReceived' ? dialogs.open(frame, request._data) : 0
    if (error === 0) frame.registered.set(name, request._correlationId)
    frame.answer(request, { Error: error })
    if (name === 'appCommandInvoked') commands.ready(frame)
  }

  function unregister(frame: Frame, request: Request) {
    const known = frame.registered.delete(request._actionName)
    if (request._actionName === 'dialogMessageReceived') dialogs.closeOf(frame)
    frame.answer(request, { Error: known ? 0 : serviceErrors.noSuchHandler })
  }

  function invoke(frame: Frame, request: Request) {
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        greet(frame, request)
        return
      case 'ContextActivationManager_notifyHost': {
        const notice = readNotice(request._data)
        if (notice) surface.notice(notice)
        return
      }
      case 'executeMethod':
        frame.inOrder(() => call(frame, request))
        return
      default:
        surface.refused(request._actionName)
        frame.fail(request)
    }
  }

  const handlers = [invoke, register, unregister] as const
  const stopListening = [
    window.onMessage(({ data, origin, source }) => {
      const request = readRequest(data)
      const frame = request && frames.get(request._conversationId)
      if (!frame || frame.origin !== origin || frame.window !== source || source === null) return
      handlers[request._actionType](frame, request)
    }),
    workbook.onObjectEvents((entries) => {
      broadcast('richApiMessage', { ArrayData: entries })
    }),
    workbook.onSelectionChanged(() => {
      broadcast('documentSelectionChanged', {})
    }),
  ]

  return {
    open(url, kind) {
      const { frame, src, name } = openFrame(url, kind)
      return {
        id: frame.conversationId,
        src,
        name,
        attach: (target) => {
          frame.window = target
        },
        close: () => {
          close(frame)
        },
      }
    },
    attachDialog(id, target) {
      const frame = frames.get(id)
      if (frame?.kind === 'dialog') frame.window = target
    },
    closeDialog: dialogs.closedByUser,
    invoke(frameId, functionName, controlId) {
      const frame = frames.get(frameId)
      if (!frame)
        return Promise.reject(new Error(`No frame ${frameId} is open to run ${functionName}.`))
      return commands.invoke(frame, functionName, controlId)
    },
    act(actionName) {
      broadcast('richApiMessage', {
        ArrayData: [[2, 1000, '', JSON.stringify([actionName, '{}']), 0, false]],
      })
    },
    dispose() {
      for (const stop of stopListening) stop()
      frames.clear()
    },
  }
}
