import { describe, expect, it } from '@jest/globals'
import { DatabaseError } from '../error.ts'
import { refusalOf } from './refusal.ts'

describe('why a database does not let us in', () => {
  it.each([
    ['ECONNREFUSED', 'away'],
    ['57P01', 'away'],
    ['12545', 'away'],
    ['28P01', 'account'],
    ['1017', 'account'],
    ['ELOGIN', 'account'],
    ['3D000', 'database'],
    ['12514', 'database'],
    ['NJS-516', 'database'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'trust'],
    ['XX000', 'other'],
  ] as const)('is told from %s: %s', (code, kind) => {
    expect(refusalOf(new DatabaseError('other', code))).toMatchObject({ kind, code })
  })

  it('is told without a code, and without the words of the driver', () => {
    const silent = new Error('Connection terminated unexpectedly')
    expect(refusalOf(silent)).toMatchObject({ kind: 'away', code: null })
    const talking = refusalOf(new Error('SASL: the password hunter2 must be a string'))
    expect(talking).toMatchObject({ kind: 'other', code: null })
    expect(JSON.stringify(talking)).not.toContain('hunter2')
  })
})
