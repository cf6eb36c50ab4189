import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { completeEnvironment } from '../config/testing.ts'
import { checkEnvironment } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

const complete = {
  ...completeEnvironment,
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
        expect.stringMatching(/^problem: TLS_CERTIFICATE names a file that is not there/),
        expect.stringMatching(/^problem: TLS_KEY names a file without a private key/),
        expect.stringMatching(/^problem: VISIBLE_ORGANISATIONS names a file that is not there/),
      ],
    )
  })
})
