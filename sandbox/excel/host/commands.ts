import * as z from 'zod/mini'
import type { Frame } from './frame.ts'

/** How a function command ended. 0 is success, 11101 a function the page does not have. */
export interface CommandResult {
  status: number
  /** What the function handed to `event.completed`, as JSON text; empty when there was none. */
  event: string
}

export interface CommandDesk {
  /** Calls a function of the page; resolves when it calls `completed`. Waits for a page still loading. */
  invoke(frame: Frame, functionName: string, controlId: string): Promise<CommandResult>
  /** Takes an answer of dispatch 94; false when it answers no call. */
  completed(data: unknown): boolean
  /** To be called when a frame has registered for `appCommandInvoked`. */
  ready(frame: Frame): void
}

const completion = z.object({ 0: z.string(), 1: z.number(), 2: z.string() })

export function createCommandDesk(): CommandDesk {
  const running = new Map<string, (result: CommandResult) => void>()
  const waiting = new Map<Frame, (() => void)[]>()
  let last = 0
  return {
    invoke(frame, functionName, controlId) {
      const id = `command-${String(++last)}`
      const send = () => {
        const event = JSON.stringify({ source: { id: controlId } })
        frame.send('appCommandInvoked', { 0: id, 1: functionName, 2: event })
      }
      return new Promise((resolve) => {
        running.set(id, resolve)
        if (frame.registered.has('appCommandInvoked')) send()
        else waiting.set(frame, [...(waiting.get(frame) ?? []), send])
      })
    },
    completed(data) {
      const ended = completion.safeParse(data)
      if (!ended.success) return false
      const resolve = running.get(ended.data[0])
      running.delete(ended.data[0])
      resolve?.({ status: ended.data[1], event: ended.data[2] })
      return resolve !== undefined
    },
    ready(frame) {
      const calls = waiting.get(frame) ?? []
      waiting.delete(frame)
      for (const send of calls) send()
    },
  }
}
