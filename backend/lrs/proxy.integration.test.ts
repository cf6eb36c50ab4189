import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { afterEach, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { startPair, type Pair } from '../../tests/lrs/pair.ts'
import { aPerson, someUlns } from '../../tests/lrs/people.ts'
import { startProxy } from '../../tests/lrs/proxy.ts'

const ulns = someUlns(100)
const [uln = ''] = ulns
const people = ulns.map((each) => aPerson(each))
let pair: Pair
const closers: (() => void)[] = []
afterEach(async () => {
  await pair.close()
  for (const close of closers.splice(0)) close()
})

async function proxyTo(divert?: number) {
  const proxy = await startProxy(divert)
  closers.push(() => proxy.close())
  return proxy
}

describe('through a proxy with user and password', () => {
  it('the client certificate arrives, and tunnels are kept for the next calls', async () => {
    const proxy = await proxyTo()
    pair = await startPair(
      { people, delayMs: 10 },
      { batchSize: 5, proxy: { proxy: proxy.url, noProxy: null } },
    )
    const answers = await Promise.all(ulns.map((each) => pair.ask({ uln: each })))
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['record']))
    expect(proxy.tunnels()).toBeGreaterThan(0)
    expect(proxy.tunnels()).toBeLessThanOrEqual(5)
    const { total, mostInFlight } = pair.simulator.counts()
    expect(total).toBe(100)
    // A busy machine may never have all five under way at the same moment.
    expect(mostInFlight).toBeGreaterThan(1)
    expect(mostInFlight).toBeLessThanOrEqual(5)
  })

  it('an address instead of a name is checked against the certificate too', async () => {
    const proxy = await proxyTo()
    pair = await startPair({ people })
    const url = pair.simulator.url.replace('localhost', '127.0.0.1')
    const other = await startPair({ people }, { url, proxy: { proxy: proxy.url, noProxy: null } })
    closers.push(() => void other.close())
    expect(await other.ask({ uln })).toMatchObject({ kind: 'record' })
  })

  it('goes straight where NO_PROXY says so', async () => {
    const proxy = await proxyTo()
    pair = await startPair(
      { people },
      { proxy: { proxy: proxy.url, noProxy: 'example.org, localhost' } },
    )
    expect(await pair.ask({ uln })).toMatchObject({ kind: 'record' })
    expect(proxy.tunnels()).toBe(0)
  })

  it('whose password is missing is told, without a call to LRS', async () => {
    const proxy = await proxyTo()
    pair = await startPair({ people }, { proxy: { proxy: proxy.bareUrl, noProxy: null } })
    expect(await pair.ask({ uln })).toMatchObject({ kind: 'stopped', code: 'lrs-proxy-refused' })
    expect(pair.simulator.counts().total).toBe(0)
  })

  it('that answers with a certificate of its own is not trusted', async () => {
    const identity = makeAuthority('The box in between').server(['localhost'])
    const box = createServer({ cert: identity.certificate, key: identity.key })
    box.on('tlsClientError', () => undefined)
    await new Promise<void>((done) => void box.listen(0, 'localhost', done))
    closers.push(() => box.close())
    const proxy = await proxyTo((box.address() as AddressInfo).port)
    pair = await startPair({ people }, { proxy: { proxy: proxy.url, noProxy: null } })
    expect(await pair.ask({ uln })).toMatchObject({ kind: 'stopped', code: 'lrs-not-trusted' })
    expect(pair.simulator.counts().total).toBe(0)
  })

  it('that is not there is no answer of LRS', async () => {
    pair = await startPair({ people }, { proxy: { proxy: 'http://127.0.0.1:9', noProxy: null } })
    expect(await pair.ask({ uln })).toMatchObject({ kind: 'failed', errorCode: 'LNK0101' })
  })

  it('cancelling ends a call that waits for the tunnel', async () => {
    const proxy = await proxyTo()
    pair = await startPair(
      { people, delayMs: 60_000 },
      { proxy: { proxy: proxy.url, noProxy: null }, timeoutMs: 60_000 },
    )
    const stop = new AbortController()
    const asked = pair.ask({ uln }, stop.signal)
    setTimeout(() => stop.abort(), 100)
    await expect(asked).rejects.toThrow()
  })
})
