import { describe, expect, it, jest } from '@jest/globals'
import { withHeartbeat } from './stream.ts'

describe('withHeartbeat', () => {
  it('repeats the last progress while nothing comes, and loses no frame', async () => {
    jest.useFakeTimers()
    try {
      const slow = async function* () {
        yield { type: 'progress', done: 1 }
        await new Promise((resolve) => setTimeout(resolve, 25_000))
        yield { type: 'done' }
      }
      const seen: string[] = []
      const reading = (async () => {
        for await (const frame of withHeartbeat(slow(), 8_000)) seen.push(frame.type)
      })()
      await jest.advanceTimersByTimeAsync(26_000)
      await reading
      expect(seen).toEqual(['progress', 'progress', 'progress', 'progress', 'done'])
    } finally {
      jest.useRealTimers()
    }
  })

  it('ends the work when its reader leaves', async () => {
    let ended = false
    const work = async function* () {
      try {
        for (;;) yield await Promise.resolve({ type: 'progress' })
      } finally {
        ended = true
      }
    }
    const reading = withHeartbeat(work(), 1000)
    await reading.next()
    await reading.return(undefined)
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(ended).toBe(true)
  })
})
