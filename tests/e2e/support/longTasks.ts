import type { FrameLocator } from '@playwright/test'

interface Blocked {
  /** Milliseconds that the pane's own tasks ran beyond the 50 a person does not notice. */
  readonly over: number
  /** Milliseconds watched. */
  readonly of: number
}

declare global {
  interface Window {
    __blocked: () => Blocked
  }
}

/** Watches from now on how long the pane's own code keeps it from answering a click. */
export async function watchLongTasks(pane: FrameLocator): Promise<() => Promise<Blocked>> {
  const body = pane.locator('body')
  await body.evaluate(() => {
    const start = performance.now()
    let over = 0
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'self') over += duration - 50
    }).observe({ type: 'longtask' })
    window.__blocked = () => ({ over, of: performance.now() - start })
  })
  return () => body.evaluate(() => window.__blocked())
}
