import { describe, expect, it } from '@jest/globals'
import { keepLease } from './lease.ts'

const run = { id: 'r', epoch: 1 }

function leaseOf(gone = new AbortController(), renewed = true) {
  const told: string[] = []
  const runs = {
    renew: () => Promise.resolve(renewed),
    release: () => {
      told.push('released')
      return Promise.resolve()
    },
  }
  return { gone, told, lease: keepLease(runs, run, gone.signal, 5) }
}
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('the lease of a run', () => {
  it('is given up once, at the moment the client goes away', async () => {
    const { gone, told, lease } = leaseOf()
    expect([lease.ending.aborted, told]).toEqual([false, []])
    gone.abort()
    expect([lease.ending.aborted, told]).toEqual([true, ['released']])
    await lease.giveUp()
    expect(told).toEqual(['released'])
  })

  it('is not kept for a client that went away before', () => {
    const gone = new AbortController()
    gone.abort()
    expect(leaseOf(gone).told).toEqual(['released'])
  })

  it('is given up by the run itself, which waits until it is free', async () => {
    const gone = new AbortController()
    let free = (): void => undefined
    const release = () => new Promise<void>((done) => (free = done))
    const lease = keepLease({ renew: () => Promise.resolve(true), release }, run, gone.signal)
    let isFree = false
    const given = lease.giveUp().then(() => (isFree = true))
    await pause(5)
    expect([lease.ending.aborted, isFree]).toEqual([true, false])
    free()
    await given
    expect(isFree).toBe(true)
  })

  it('is let go of when the run has ended: a client that goes away then changes nothing', () => {
    const { gone, told, lease } = leaseOf()
    lease.stop()
    gone.abort()
    expect(told).toEqual([])
  })

  it('does not fail the run where the database does not answer', async () => {
    const away = () => Promise.reject(new Error('away'))
    const lease = keepLease({ renew: away, release: away }, run, new AbortController().signal, 5)
    await pause(20)
    expect(lease.isLost()).toBe(false)
    await expect(lease.giveUp()).resolves.toBeUndefined()
  })

  it('is lost when somebody else has taken the run over', async () => {
    const { lease } = leaseOf(new AbortController(), false)
    await pause(20)
    expect(lease.isLost()).toBe(true)
    lease.stop()
  })
})
