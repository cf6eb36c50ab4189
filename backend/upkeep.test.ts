import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { startUpkeep } from './upkeep.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const quiet = () => ({ info: jest.fn(), error: jest.fn() })
const times = { firstMs: 1000, everyMs: 10_000 }

describe('the daily upkeep', () => {
  it('is first done soon after the start, then daily, and no more once stopped', async () => {
    const purge = jest.fn(() => Promise.resolve({ forgotten: 0 }))
    const upkeep = startUpkeep({ purge, logger: quiet(), ...times })
    await jest.advanceTimersByTimeAsync(999)
    expect(purge).toHaveBeenCalledTimes(0)
    await jest.advanceTimersByTimeAsync(1)
    expect(purge).toHaveBeenCalledTimes(1)
    await jest.advanceTimersByTimeAsync(20_000)
    expect(purge).toHaveBeenCalledTimes(3)
    await upkeep.stop()
    await jest.advanceTimersByTimeAsync(100_000)
    expect(purge).toHaveBeenCalledTimes(3)
  })

  it('is logged when it fails, and tried again the next day', async () => {
    const logger = quiet()
    const failure = new Error('the database does not answer')
    const purge = jest.fn(() => Promise.reject(failure))
    const upkeep = startUpkeep({ purge, logger, ...times })
    await jest.advanceTimersByTimeAsync(11_000)
    expect(purge).toHaveBeenCalledTimes(2)
    expect(logger.error).toHaveBeenCalledTimes(2)
    expect(logger.error.mock.calls[0]?.[0]).toEqual({ err: failure })
    await upkeep.stop()
  })

  it('is never begun while one is at work, and stopping waits for that one', async () => {
    let end: () => void = () => undefined
    const purge = jest.fn(() => new Promise<void>((resolve) => (end = resolve)))
    const upkeep = startUpkeep({ purge, logger: quiet(), ...times })
    await jest.advanceTimersByTimeAsync(100_000)
    expect(purge).toHaveBeenCalledTimes(1)
    let stopped = false
    const stopping = upkeep.stop().then(() => (stopped = true))
    await jest.advanceTimersByTimeAsync(1)
    expect(stopped).toBe(false)
    end()
    await stopping
    await jest.advanceTimersByTimeAsync(100_000)
    expect(purge).toHaveBeenCalledTimes(1)
  })

  it('keeps no process alive', () => {
    jest.useRealTimers()
    const held = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
    const before = held()
    const upkeep = startUpkeep({ purge: () => Promise.resolve(), logger: quiet() })
    expect(held()).toBe(before)
    return upkeep.stop()
  })
})
