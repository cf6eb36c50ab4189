import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aPerson, someUlns } from '../../../tests/lrs/people.ts'
import { startPair, type Pair } from '../../../tests/lrs/pair.ts'

const [uln = '', other = ''] = someUlns(2)
let pair: Pair
beforeAll(async () => {
  pair = await startPair({ people: [aPerson(uln), aPerson(other)] })
})
afterAll(() => pair.close())

const set = (settings: unknown, type = 'application/json') =>
  fetch(`${pair.simulator.controlUrl}settings`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: JSON.stringify(settings),
  })
const state = async () => (await fetch(`${pair.simulator.controlUrl}state`)).json()

describe('the control page', () => {
  it('is a page with the switches', async () => {
    const page = await fetch(pair.simulator.controlUrl)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('<h1>LRS simulator</h1>')
    expect(Object.keys((await state()).words)).toContain('maintenance')
  })

  it('shows calls as they come and flips switches for the next', async () => {
    expect(await pair.ask({ uln })).toMatchObject({ kind: 'record' })
    expect(await state()).toMatchObject({
      counts: { total: 1, inFlight: 0 },
      calls: [{ uln, userName: 'jane.admin', outcome: 'WSRC0004', status: 200 }],
    })
    await set({ faults: `maintenance@${uln}`, delayMs: 5 })
    expect(await pair.ask({ uln })).toMatchObject({ errorCode: 'LNK0104' })
    expect(await pair.ask({ uln: other })).toMatchObject({ kind: 'record' })
    expect(await state()).toMatchObject({ faults: `maintenance@${uln}`, delayMs: 5 })
  })

  it('names a fault that it does not know, and takes nothing from a form', async () => {
    expect(await (await set({ faults: 'flood' })).json()).toMatchObject({
      error: expect.stringContaining('"flood" is no fault'),
    })
    expect((await set({ faults: '' }, 'text/plain')).status).toBe(400)
    expect((await state()).faults).toBe(`maintenance@${uln}`)
  })
})
