import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { checkEnvironment } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

const complete = {
  EBS_CLIENT: 'pg',
  EBS_CONNECTION: 'postgres://ebs:hunter2@db/ebs',
  LRS_URL: 'https://lrs.example/LearnerServiceR9.svc',
  LRS_CERTIFICATE: 'lrs.p12',
  LRS_UKPRN: '10001234',
  LRS_PASSWORD: 'very-secret',
  LRS_VENDOR_ID: '99',
  LRS_USERNAME: '{user}',
  AUTH_ISSUER: 'https://login.example/tenant/v2.0',
  AUTH_AUDIENCE: 'api://plr',
  AUTH_CLIENT_ID: 'pane',
  AUTH_SCOPE: 'api://plr/access',
  DEFAULT_ATTAINMENT_TYPE: 'PLR',
  ROW_KEY_SECRET: 'a secret of at least thirty-two characters',
  LICENCES: 'AttainmentsPLRImport',
  TRAIL_KEY: 'another secret',
}
const levels = (env: Record<string, string>) =>
  checkEnvironment(env).findings.map(({ level, what }) => `${level}: ${what}`)

describe('the environment', () => {
  it('that is complete has nothing against it', () => {
    expect(levels(complete).every((each) => each.startsWith('ok: '))).toBe(true)
  })

  it('that is not is told every problem at once, and no value', () => {
    const { findings } = checkEnvironment({ EBS_CONNECTION: 'postgres://a:hunter2@b', PORT: 'x' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ level: 'problem' })
    expect(findings[0]?.detail?.split('\n').length).toBeGreaterThan(12)
    expect(JSON.stringify(findings)).not.toContain('hunter2')
  })

  it('without the licence closes the feature, without TRAIL_KEY keeps no digests', () => {
    expect(levels({ ...complete, LICENCES: '', TRAIL_KEY: '' })).toEqual([
      expect.stringMatching(/^ok: /),
      expect.stringMatching(/^warning: LICENCES does not state AttainmentsPLRImport/),
      expect.stringMatching(/^note: TRAIL_KEY/),
    ])
  })

  it('names files that are there and can be read', () => {
    const visible = join(folder, 'visible.json')
    writeFileSync(visible, '{"a": ["ARTS", "SCI"], "b": ["SCI"]}')
    const checked = checkEnvironment({ ...complete, VISIBLE_ORGANISATIONS: visible })
    expect(checked.organisations).toEqual(['ARTS', 'SCI'])
    const none = join(folder, 'none')
    const broken = { TLS_CERTIFICATE: none, TLS_KEY: visible, VISIBLE_ORGANISATIONS: none }
    expect(levels({ ...complete, ...broken }).filter((each) => each.startsWith('problem'))).toEqual(
      [
        `problem: ${none} cannot be read`,
        expect.stringMatching(/^problem: VISIBLE_ORGANISATIONS: /),
      ],
    )
  })
})
