import { describe, expect, it } from '@jest/globals'
import { createResilience } from './resilience.ts'
import type { Reply } from './transport/reply.ts'

const down: Reply = { kind: 'maintenance' }
const refused: Reply = {
  kind: 'stop',
  code: 'lrs-proxy-refused',
  detail: 'The proxy refused the password.',
}

/** A call that ends when it is told to, or when its signal is aborted. */
function call() {
  let answer: (reply: Reply) => void = () => undefined
  return {
    answer: (reply: Reply) => {
      answer(reply)
    },
    send: (signal: AbortSignal) =>
      new Promise<Reply>((resolve, reject) => {
        answer = resolve
        signal.addEventListener('abort', () => {
          reject(new Error('cancelled'))
        })
      }),
  }
}

/** After an outage that opened the breaker, and its pause. */
async function afterPause() {
  const said: string[] = []
  const hear = (_: object, message: string): void => void said.push(message)
  const resilience = createResilience({
    retries: 0,
    retryDelayMs: 1,
    breakerPauseMs: 20,
    logger: { info: hear, warn: hear },
  })
  const { signal } = new AbortController()
  for (let each = 0; each < 20; each += 1) {
    await resilience.guard(() => Promise.resolve(down), signal)
  }
  expect(resilience.breaker()).toBe('open')
  said.length = 0
  await new Promise((done) => setTimeout(done, 30))
  return { resilience, said }
}

describe('the call that tries whether LRS answers again', () => {
  it('goes on when who asked does not wait for it, and tells those who do', async () => {
    const { resilience, said } = await afterPause()
    const asker = new AbortController()
    const trial = call()
    const tried = resilience.guard(trial.send, asker.signal)
    const waiting = resilience.guard(() => Promise.resolve(refused), new AbortController().signal)
    asker.abort()
    await new Promise((done) => setTimeout(done, 5))
    expect(resilience.breaker()).toBe('half-open')
    trial.answer(down)
    expect(await tried).toEqual(down)
    expect(await waiting).toMatchObject({ kind: 'stop', code: 'lrs-unavailable' })
    expect(resilience.breaker()).toBe('open')
    expect(said).toEqual(['Most calls to LRS failed: no calls for a while'])
  })

  it('is not begun for somebody who has gone', async () => {
    const { resilience, said } = await afterPause()
    const calls: string[] = []
    const gone = resilience.guard(
      () => {
        calls.push('sent')
        return Promise.resolve(down)
      },
      AbortSignal.abort(new Error('gone')),
    )
    await expect(gone).rejects.toThrow('gone')
    expect(calls).toEqual([])
    expect(resilience.breaker()).toBe('open')
    expect(said).toEqual([])
  })
})

it('a call that is no trial ends with its asker', async () => {
  const { resilience, said } = await afterPause()
  await resilience.guard(() => Promise.resolve(refused), new AbortController().signal)
  expect(resilience.breaker()).toBe('closed')
  // LRS itself was not heard.
  expect(said).toEqual(['Calls to LRS are made again'])
  const asker = new AbortController()
  const ended = resilience.guard(call().send, asker.signal)
  asker.abort()
  await expect(ended).rejects.toThrow('cancelled')
  expect(resilience.breaker()).toBe('closed')
})
