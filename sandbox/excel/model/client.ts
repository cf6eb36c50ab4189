import type { CallName, Calls, WorkbookEvent } from './protocol.ts'

/** A refused call: its code is the workbook's (`ItemAlreadyExists`, `InvalidArgument`…). */
export class CallRefused extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'CallRefused'
    this.code = code
  }
}

export interface WorkbookClient {
  /** Asks the worker; rejects with `CallRefused` when the workbook refuses. */
  ask<K extends CallName>(call: K, ask: Calls[K]['ask']): Promise<Calls[K]['answer']>
  /** Hears what the worker pushes; answers with the way to stop. */
  subscribe(listener: (event: WorkbookEvent) => void): () => void
}

/** The page's side of the worker that holds the workbook. Takes over the port's `onmessage`. */
export const createWorkbookClient = (port: MessagePort | Worker): WorkbookClient => {
  const waiting = new Map<number, (message: MessageEvent) => void>()
  const listeners = new Set<(event: WorkbookEvent) => void>()
  let last = 0

  port.onmessage = (message: MessageEvent) => {
    if (message.data.reply === 'events') {
      for (const event of message.data.events) for (const listener of listeners) listener(event)
      return
    }
    waiting.get(message.data.id)?.(message)
    waiting.delete(message.data.id)
  }

  return {
    ask: (call, ask) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, ({ data }) => {
          if (data.reply === 'answer') resolve(data.value)
          else reject(new CallRefused(data.code, data.message))
        })
        port.postMessage({ id, call, ask })
      }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
