import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readEnvironment } from './readEnvironment.ts'

const complete = {
  EBS_CLIENT: 'pg',
  EBS_CONNECTION: 'postgres://ebs:hunter2@db/ebs',
  LRS_URL: 'https://lrs.example/LearnerServiceR9.svc',
  LRS_CERTIFICATE: 'lrs.p12',
  LRS_UKPRN: '10001234',
  LRS_PASSWORD: 'very-secret-password',
  LRS_VENDOR_ID: '99',
  LRS_USERNAME: '{user}',
  AUTH_ISSUER: 'https://login.example/tenant/v2.0',
  AUTH_AUDIENCE: 'api://plr',
  AUTH_CLIENT_ID: 'pane',
  AUTH_SCOPE: 'api://plr/access',
  DEFAULT_ATTAINMENT_TYPE: 'PLR',
  ROW_KEY_SECRET: 'a secret of at least thirty-two characters',
}

describe('readEnvironment', () => {
  it('takes the required names and fills in the rest', () => {
    expect(readEnvironment(complete)).toMatchObject({
      kind: 'ok',
      environment: {
        PORT: 3000,
        HOST: '127.0.0.1',
        ENVIRONMENT_NAME: 'live',
        EBS_WRITE: 'off',
        LRS_BATCH_SIZE: 20,
        ROW_KEY_HOURS: 24,
        RECHECK_AFTER_MINUTES: 60,
        LICENCES: [],
      },
    })
  })

  it('names every required name that is missing, at once', () => {
    const read = readEnvironment({})
    expect(read.kind).toBe('wrong')
    if (read.kind === 'ok') return
    for (const name of Object.keys(complete)) {
      expect(read.problems).toContain(`${name} is not set`)
    }
  })

  it('takes an empty text for not set', () => {
    expect(readEnvironment({ ...complete, LRS_PASSWORD: '' })).toEqual({
      kind: 'wrong',
      problems: ['LRS_PASSWORD is not set'],
    })
  })

  it.each([
    ['PORT', 'eighty'],
    ['EBS_WRITE', 'yes'],
    ['EBS_CLIENT', 'mysql'],
    ['LRS_URL', 'http://lrs.example/x'],
    ['ROW_KEY_SECRET', 'short'],
    ['LRS_VENDOR_ID', 'three'],
    ['LINK_SCHEMA', 'x; drop table people'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
  ])('refuses %s=%s without repeating the value', (name, value) => {
    const read = readEnvironment({ ...complete, [name]: value })
    expect(read.kind).toBe('wrong')
    if (read.kind === 'ok') return
    expect(read.problems).toHaveLength(1)
    expect(read.problems[0]).toMatch(new RegExp(`^${name} must `))
    expect(read.problems[0]).not.toContain(value)
  })

  it('never prints a secret that is wrong', () => {
    const read = readEnvironment({ ...complete, ROW_KEY_SECRET: 'tooshortsecret', PORT: '-1' })
    expect(JSON.stringify(read)).not.toMatch(/tooshortsecret|hunter2|very-secret/)
  })

  it('reads a value from a file, without its last line end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plr-config-'))
    try {
      const file = join(folder, 'password')
      writeFileSync(file, 'from a file\n')
      const rest = { ...complete, LRS_PASSWORD: undefined }
      expect(readEnvironment({ ...rest, LRS_PASSWORD_FILE: file })).toMatchObject({
        environment: { LRS_PASSWORD: 'from a file' },
      })
      expect(readEnvironment({ ...rest, LRS_PASSWORD_FILE: join(folder, 'none') })).toMatchObject({
        kind: 'wrong',
        problems: expect.arrayContaining([
          'LRS_PASSWORD_FILE names a file that cannot be read',
        ]) as unknown,
      })
      expect(readEnvironment({ ...complete, LRS_PASSWORD_FILE: file })).toMatchObject({
        problems: ['LRS_PASSWORD and LRS_PASSWORD_FILE are both set; keep one'],
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('wants certificate and key of its own TLS together', () => {
    expect(readEnvironment({ ...complete, TLS_KEY: 'key.pem' })).toMatchObject({ kind: 'wrong' })
  })
})
