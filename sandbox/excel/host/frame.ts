import { answer, event, failure, type Request } from './envelope.ts'
import type { FrameKind } from './frameAddress.ts'

/** The part of a window that the host needs to talk to one. */
export interface FrameWindow {
  postMessage(message: string, targetOrigin: string): void
}

/** One page of the add-in, and what it has registered for. */
export interface Frame {
  readonly kind: FrameKind
  readonly conversationId: string
  /** The origin it was loaded from; nothing is sent to any other. */
  readonly origin: string
  /** Its window once there is one; messages from any other window are not its own. */
  window: FrameWindow | null
  /** Event name → correlation id of the registration. */
  readonly registered: Map<string, number>
  /** Runs work after all work that came before it, so that answers leave in the order of questions. */
  inOrder(work: () => Promise<void>): void
  answer(request: Request, data: unknown): void
  fail(request: Request): void
  /** Sends an event; nothing is sent to a frame that has not registered for it. */
  send(actionName: string, data: unknown): void
}

interface FrameParts {
  kind: FrameKind
  conversationId: string
  origin: string
  hostOrigin: string
}

export function createFrame({ kind, conversationId, origin, hostOrigin }: FrameParts): Frame {
  const registered = new Map<string, number>()
  let last = Promise.resolve()
  const message = (actionName: string, correlationId: number, data: unknown) => ({
    actionName,
    conversationId,
    correlationId,
    origin: hostOrigin,
    data,
  })
  const frame: Frame = {
    kind,
    conversationId,
    origin,
    window: null,
    registered,
    inOrder(work) {
      last = last.then(work)
    },
    answer({ _actionName, _correlationId }, data) {
      frame.window?.postMessage(answer(message(_actionName, _correlationId, data)), origin)
    },
    fail({ _actionName, _correlationId }) {
      frame.window?.postMessage(failure(message(_actionName, _correlationId, null)), origin)
    },
    send(actionName, data) {
      const correlationId = registered.get(actionName)
      if (correlationId === undefined) return
      frame.window?.postMessage(event(message(actionName, correlationId, data)), origin)
    },
  }
  return frame
}
