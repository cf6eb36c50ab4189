import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readEnvironment } from './readEnvironment.ts'
import { completeEnvironment as complete } from './testing.ts'

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
    ['LOG_LEVEL', 'loud'],
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
        problems: ['LRS_PASSWORD_FILE names a file that cannot be read'],
      })
      expect(readEnvironment({ ...complete, LRS_PASSWORD_FILE: file })).toMatchObject({
        problems: ['LRS_PASSWORD and LRS_PASSWORD_FILE are both set; keep one'],
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['TLS_CERTIFICATE', 'TLS_KEY is not set, but TLS_CERTIFICATE is: they go together'],
    ['TLS_KEY', 'TLS_CERTIFICATE is not set, but TLS_KEY is: they go together'],
  ])('wants the other one where %s is set, whatever else is wrong', (name, problem) => {
    const env = { ...complete, [name]: 'file.pem', PORT: 'eighty' }
    expect(readEnvironment(env)).toEqual({
      kind: 'wrong',
      problems: ['PORT must be a whole number', problem],
    })
  })

  it('takes a name whose file cannot be read for set', () => {
    const env = { ...complete, TLS_CERTIFICATE: 'file.pem', TLS_KEY_FILE: '/nowhere/key' }
    expect(readEnvironment(env)).toEqual({
      kind: 'wrong',
      problems: ['TLS_KEY_FILE names a file that cannot be read'],
    })
  })

  it.each([{ PORT: '3001', METRICS_PORT: '3001' }, { METRICS_PORT: '3000' }])(
    'wants the figures on another port than the pane: %j',
    (ports) => {
      expect(readEnvironment({ ...complete, ...ports })).toEqual({
        kind: 'wrong',
        problems: ['METRICS_PORT must be another port than PORT'],
      })
    },
  )

  it.each([
    ['a byte order mark, as editors of Windows write it', '\uFEFFsesame\r\n', 'utf8', 'sesame'],
    ['UTF-16, as PowerShell writes it', '\uFEFFsesame\r\n', 'utf16le', null],
    ['bytes of an old code page', 'caf\u00E9', 'latin1', null],
  ] as const)('reads a file with %s or says what is wrong', (_, text, encoding, value) => {
    const folder = mkdtempSync(join(tmpdir(), 'plr-config-'))
    try {
      const file = join(folder, 'password')
      writeFileSync(file, text, encoding)
      const env = { ...complete, LRS_PASSWORD: undefined, LRS_PASSWORD_FILE: file }
      expect(readEnvironment(env)).toMatchObject(
        value === null
          ? { problems: ['LRS_PASSWORD_FILE names a file that is not text in UTF-8'] }
          : { environment: { LRS_PASSWORD: value } },
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('takes an environment name as long as people like', () => {
    const name = 'Training copy of the merged college, autumn'
    expect(readEnvironment({ ...complete, ENVIRONMENT_NAME: name })).toMatchObject({
      environment: { ENVIRONMENT_NAME: name },
    })
    expect(readEnvironment({ ...complete, ENVIRONMENT_NAME: 'x'.repeat(101) })).toMatchObject({
      problems: ['ENVIRONMENT_NAME must be at most 100 characters'],
    })
  })
})
