import { describe, expect, it } from '@jest/globals'
import { closedReason } from './closed.ts'

const now = new Date('2026-09-01T00:00:00Z')
const open = {
  licence: true,
  certificateExpires: new Date('2027-01-01T00:00:00Z'),
  now,
  supportContact: 'the MIS team',
}

describe('closedReason', () => {
  it('is null with licence and a valid certificate', () => {
    expect(closedReason(open)).toBeNull()
  })

  it('says that the licence is missing, and whom to ask', () => {
    const closed = closedReason({ ...open, licence: false })
    expect(closed?.code).toBe('licence-missing')
    expect(closed?.detail).toContain('the MIS team')
  })

  it('says when the certificate expired', () => {
    const certificateExpires = new Date('2026-08-31T23:00:00Z')
    const closed = closedReason({ ...open, certificateExpires })
    expect(closed?.code).toBe('certificate-expired')
    expect(closed?.detail).toContain('2026-08-31')
  })

  it('leaves a certificate that cannot be read to the readiness check', () => {
    expect(closedReason({ ...open, certificateExpires: null })).toBeNull()
  })
})
