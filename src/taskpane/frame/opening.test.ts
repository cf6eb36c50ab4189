import { describe, expect, it } from '@jest/globals'
import { meOf } from '../testing/people.ts'
import { createWords } from '../words.ts'
import { openingMessage } from './opening.ts'

const admin = meOf({})
const user = meOf({ role: 'User' })
const opening = {
  supportContact: 'the MIS team',
  words: createWords('en-GB'),
  now: Date.parse('2026-09-01T12:00:00Z'),
}
const expiring = (certificateExpires: string, me = admin) =>
  openingMessage({ ...me, certificateExpires }, opening)

describe('what is said as soon as somebody is in', () => {
  it('is nothing while all is well', () => {
    expect(openingMessage(admin, opening)).toBeNull()
    expect(expiring('2026-10-02T12:00:00Z')).toBeNull()
  })

  it('is why the feature is closed, and whom to ask', () => {
    const closed = { code: 'licence-missing', detail: 'No licence.' }
    expect(openingMessage({ ...admin, closed }, opening)).toEqual({
      tone: 'warning',
      text: 'No licence. Ask the MIS team.',
      reference: 'licence-missing',
    })
  })

  it.each([
    ['2026-09-30T12:00:00Z', 'in 29 days'],
    ['2026-09-02T20:00:00Z', 'tomorrow'],
    ['2026-09-01T20:00:00Z', 'today'],
  ])('is for an Admin that the certificate expires at %s: %s', (expires, left) => {
    expect(expiring(expires)?.text).toContain(`expires ${left}, on `)
    expect(expiring(expires)?.text).toContain('the MIS team')
  })

  it('leaves the certificate to the Admins', () => {
    expect(expiring('2026-09-02T20:00:00Z', user)).toBeNull()
  })
})
