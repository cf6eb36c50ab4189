import { describe, expect, it } from '@jest/globals'
import { proxyFor } from './proxyFor.ts'

const proxy = 'http://proxy:8080'
const through = (noProxy: string | null, url = 'https://ws.lrs.education.gov.uk/x') =>
  proxyFor(new URL(url), { proxy, noProxy }) === proxy

describe('the way to LRS', () => {
  it.each<[string | null, boolean]>([
    [null, true],
    ['', true],
    ['example.org', true],
    ['ws.lrs.education.gov.uk', false],
    ['WS.LRS.Education.gov.uk', false],
    ['education.gov.uk', false],
    ['cation.gov.uk', true],
    ['.gov.uk', false],
    ['*.gov.uk', false],
    ['*', false],
    ['localhost, .gov.uk', false],
    ['ws.lrs.education.gov.uk:443', false],
    ['ws.lrs.education.gov.uk:8443', true],
  ])('with NO_PROXY %s goes through the proxy: %s', (noProxy, expected) => {
    expect(through(noProxy)).toBe(expected)
  })

  it('is straight without a proxy', () => {
    expect(proxyFor(new URL('https://x/'), { proxy: null, noProxy: null })).toBeNull()
  })

  it('knows IPv6 addresses', () => {
    expect(through('::1', 'https://[::1]:444/')).toBe(false)
    expect(through('[::1]:444', 'https://[::1]:444/')).toBe(false)
    expect(through('[::1]:443', 'https://[::1]:444/')).toBe(true)
  })
})
