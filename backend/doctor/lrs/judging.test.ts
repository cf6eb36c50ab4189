import { describe, expect, it } from '@jest/globals'
import { stateOf } from '../../lrs/certificate/state.ts'
import { judgeCertificate } from './certificate.ts'
import { judgeHandshake, judgeVendor } from './check.ts'

const now = new Date('2026-01-01T12:00:00Z')

describe('the client certificate', () => {
  it.each([
    ['2025-12-31', 'problem'],
    ['2026-01-31', 'warning'],
    ['2026-02-01', 'ok'],
  ])('that ends on %s is a %s', (day, level) => {
    expect(judgeCertificate(stateOf(new Date(`${day}T12:00:00Z`), now))).toMatchObject({
      level,
      what: expect.stringContaining(day) as unknown,
    })
  })

  it('that cannot be read says why', () => {
    expect(
      judgeCertificate({ kind: 'unreadable', reason: 'The password is wrong.' }),
    ).toMatchObject({ level: 'problem', detail: 'The password is wrong.' })
  })
})

it.each([
  ['3', 'warning'],
  ['03', 'warning'],
  ['33', 'ok'],
])('vendor number %s is a %s', (id, level) => {
  expect(judgeVendor(id).level).toBe(level)
})

it('says what a handshake that failed means', () => {
  const silent = {
    kind: 'no-answer',
    reason: 'the connection was refused',
    inHandshake: false,
  } as const
  expect(judgeHandshake(silent, 'lrs')).toMatchObject([
    { level: 'problem', detail: 'The reason: the connection was refused.' },
  ])
  expect(judgeHandshake({ kind: 'timeout', seconds: 3 }, 'lrs')[0]?.level).toBe('problem')
})
