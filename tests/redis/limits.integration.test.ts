import { fork } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { bearer, testApp } from '../../backend/http/testing/testApp.ts'
import { createTurnstile } from '../../backend/http/turnstile.ts'
import { openRedis } from '../../backend/redis/openRedis.ts'
import { createSharedTurnstile } from '../../backend/redis/sharedTurnstile.ts'
import { createSlots, type SharedSlots } from '../../backend/redis/slots.ts'
import { createSlotsWire } from '../../backend/redis/slotsWire.ts'
import { hasRedis, startRedis, type RedisServer } from './server.ts'

const never = new AbortController().signal
// Hundreds wait with it, as the client's calls do, which lifts Node's limit of ten too.
setMaxListeners(0, never)
const quiet = { info: () => undefined, warn: () => undefined }
const leaseMs = 900

const described = hasRedis ? describe : describe.skip
described('limits shared through a real Redis', () => {
  let server: RedisServer
  const toClose: (() => void)[] = []
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.kill())
  afterEach(() => {
    for (const close of toClose.splice(0)) close()
  })

  const connect = () => {
    const redis = openRedis(server.url, quiet)
    toClose.push(() => redis.disconnect())
    return redis
  }
  const replica = (name: string, places: number): SharedSlots => {
    const wire = createSlotsWire({ redis: connect(), name, places, leaseMs })
    const slots = createSlots({ wire, places, leaseMs })
    toClose.push(() => slots.close())
    return slots
  }

  it('never lets in more than there are, over replicas, and everybody in the end', async () => {
    const replicas = [replica('many', 5), replica('many', 5), replica('many', 5)]
    let inside = 0
    let most = 0
    const work = async (slots: SharedSlots, person: string) => {
      const leave = await slots.take(person, never)
      inside += 1
      most = Math.max(most, inside)
      await pause(2)
      inside -= 1
      leave()
    }
    const all = replicas.flatMap((slots, index) =>
      Array.from({ length: 100 }, (_, n) => work(slots, `person ${(index + n) % 4}`)),
    )
    await Promise.all(all)
    expect(most).toBe(5)
    expect(replicas.map((slots) => slots.taken())).toEqual([0, 0, 0])
  })

  it('gives people turns wherever they wait: one with few is not behind one with many', async () => {
    const [one, other] = [replica('turns', 2), replica('turns', 2)]
    const order: string[] = []
    const work = async (slots: SharedSlots, person: string) => {
      const leave = await slots.take(person, never)
      order.push(person)
      await pause(5)
      leave()
    }
    const many = Array.from({ length: 60 }, () => work(one, 'many'))
    await pause(40)
    const before = order.length
    const few = Array.from({ length: 5 }, () => work(other, 'few'))
    await Promise.all([...few, ...many])
    const since = order.slice(before)
    expect(since.lastIndexOf('few')).toBeLessThan(16)
  })

  it('takes back the places of a killed replica when their leases end, and not before', async () => {
    const child = fork(
      new URL('./replica.ts', import.meta.url),
      [server.url, 'killed', '3', String(leaseMs), '3'],
      { execArgv: ['--import', 'tsx'] },
    )
    toClose.push(() => child.kill('SIGKILL'))
    await new Promise<void>((resolve) => {
      let taken = 0
      child.on('message', () => {
        taken += 1
        if (taken === 3) resolve()
      })
    })
    const slots = replica('killed', 3)
    let entered = false
    const mine = slots.take('me', never).then((leave) => {
      entered = true
      return leave
    })
    await pause(2 * leaseMs)
    expect(entered).toBe(false)
    child.kill('SIGKILL')
    const killedAt = Date.now()
    const leave = await mine
    expect(Date.now() - killedAt).toBeLessThan(3 * leaseMs)
    leave()
  }, 60_000)

  it('goes on with its share while Redis is away, and comes back to it', async () => {
    const [one, other] = [replica('away', 4), replica('away', 4)]
    await pause(leaseMs)
    await server.kill()
    const leaves = await Promise.all([one.take('ann', never), one.take('bob', never)])
    let third = false
    const more = one.take('ann', never).then((leave) => {
      third = true
      return leave
    })
    await pause(50)
    expect(third).toBe(false)
    expect(one.taken()).toBe(2)
    await server.start()
    leaves.push(await more)
    for (const leave of leaves) leave()
    const again = await Promise.all([1, 2, 3, 4].map(() => other.take('ann', never)))
    expect(other.taken()).toBe(4)
    for (const leave of again) leave()
  }, 30_000)

  it('counts the downloads of a person over replicas, and forgets those of a killed one', async () => {
    const turnstile = () =>
      createSharedTurnstile({
        redis: connect(),
        name: 'college',
        places: 2,
        leaseMs,
        own: createTurnstile(2),
      })
    const [one, other, killed] = [turnstile(), turnstile(), turnstile()]
    const first = await one.enter('ann')
    const second = await other.enter('ann')
    expect(first).not.toBeNull()
    expect(second).not.toBeNull()
    expect(await one.enter('ann')).toBeNull()
    expect(await one.enter('bob')).not.toBeNull()
    await pause(2 * leaseMs)
    expect(await one.enter('ann')).toBeNull()
    first?.()
    await pause(20)
    const third = await killed.enter('ann')
    expect(third).not.toBeNull()
    second?.()
    third?.()
  })

  it('counts a person’s requests over replicas, each institution for itself', async () => {
    const replica = async (name: string) => {
      const sharedCounts = { redis: connect(), name }
      const { app, token } = await testApp({ ratePerMinute: 2, sharedCounts })
      toClose.push(() => void app.close())
      const headers = bearer(await token())
      return async () => (await app.inject({ url: '/api/me', headers })).statusCode
    }
    const [one, other, elsewhere] = [
      await replica('10001234:live'),
      await replica('10001234:live'),
      await replica('10001234:train'),
    ]
    expect([await one(), await other(), await one()]).toEqual([200, 200, 429])
    expect(await elsewhere()).toBe(200)
  })
})
