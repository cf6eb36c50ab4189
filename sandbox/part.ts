/** A part of the sandbox that can be stopped and started again, at the same address. */
export interface Part<Running> {
  /** The part as it runs now. */
  now(): Running
  /** Stops it; a part that is stopped already stays so. */
  stop(): Promise<void>
  /** Starts it again after `stop`. */
  start(): Promise<void>
}

/** Starts a part. `start` must give the same part at the same address each time it is called. */
export async function startPart<Running>(
  start: () => Promise<Running>,
  end: (running: Running) => Promise<unknown>,
): Promise<Part<Running>> {
  let running = await start()
  let stopped = false
  return {
    now: () => running,
    async stop() {
      if (stopped) return
      stopped = true
      await end(running)
    },
    async start() {
      if (!stopped) return
      running = await start()
      stopped = false
    },
  }
}
