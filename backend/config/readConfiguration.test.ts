import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { readConfiguration } from './readConfiguration.ts'
import { completeEnvironment as complete } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-configuration-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const none = join(folder, 'none')

async function problems(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const read = await readConfiguration(env)
  return read.kind === 'wrong' ? read.problems : []
}

describe('the whole configuration', () => {
  it('gives what its texts and files say, each read once', async () => {
    const server = makeAuthority('Configuration').server(['localhost'])
    const read = await readConfiguration({
      ...complete,
      TLS_CERTIFICATE: file('tls.pem', server.certificate),
      TLS_KEY: file('tls.key', server.key),
      EBS_SCHEMA: file('site.jsonc', '{"owner": "coll_fes"}'),
      VISIBLE_ORGANISATIONS: file('visible.json', '{"a": ["ARTS"]}'),
    })
    expect(read.kind).toBe('ok')
    if (read.kind === 'wrong') return
    const { environment, tls, connection, ebs, organisations } = read.value
    expect(environment.PORT).toBe(3000)
    expect(tls?.key.toString()).toBe(server.key)
    expect(connection).toEqual({ connectionString: complete.EBS_CONNECTION })
    expect(ebs.mapping.table('PEOPLE')).toBe('coll_fes.people')
    expect(ebs.mapping.attainment.defaultType).toBe('PLR')
    expect(organisations?.get('a')).toEqual(['ARTS'])
  })

  it('starts without a client certificate that can be used: it may be put right later', async () => {
    expect(await problems({ ...complete, LRS_CERTIFICATE: none })).toEqual([])
  })

  it('names a dozen problems of texts and files at once, each by its variable', async () => {
    const said = await problems({
      ...complete,
      PORT: 'eighty',
      LRS_PASSWORD: '',
      TLS_CERTIFICATE: none,
      EBS_CLIENT: 'mssql',
      EBS_CONNECTION: '{"server": "db", "password": "hunter2"',
      EBS_WRITE: 'on',
      EBS_SCHEMA: file('wrong.jsonc', '{"ownr": 1,\n "rules": {"junk": "nowhere.json"}}'),
      LRS_CERTIFICATE: none,
      LRS_CERTIFICATE_KEY: none,
      LRS_CA: none,
      VISIBLE_ORGANISATIONS: none,
      ROW_KEY_SECRET_FILE: none,
      ROW_KEY_SECRET: '',
    })
    expect(said.map((problem) => /^[A-Z_]+/.exec(problem)?.[0])).toEqual([
      'ROW_KEY_SECRET_FILE',
      'PORT',
      'LRS_PASSWORD',
      'TLS_KEY',
      'TLS_CERTIFICATE',
      'EBS_CONNECTION',
      'EBS_SCHEMA',
      'EBS_SCHEMA',
      'VISIBLE_ORGANISATIONS',
      'LRS_CA',
      'LRS_CERTIFICATE',
      'LRS_CERTIFICATE_KEY',
    ])
    expect(said.join('\n')).toMatch(/wrong\.jsonc, line 1: ownr is not a name known here/)
    expect(said.join('\n')).not.toMatch(/hunter2|eighty/)
  })

  it.each([
    [{ EBS_CONNECTION: '{"password": "hunter2"' }, ['EBS_CONNECTION starts like JSON']],
    [
      { EBS_CLIENT: 'mssql', EBS_CONNECTION: 'Server=db;Database=ebs', EBS_WRITE: 'on' },
      ['EBS_WRITE is on, but the mapping does not name'],
    ],
    [
      { EBS_CLIENT: 'mssql', EBS_CONNECTION: 'Database=hunter2', EBS_WRITE: 'on' },
      ['EBS_CONNECTION names no Server', 'EBS_WRITE is on, but the mapping does not name'],
    ],
    [
      { EBS_CLIENT: 'oracledb', EBS_CONNECTION: 'a/b@c', EBS_CLIENT_LIB: none },
      ['EBS_CLIENT_LIB names a folder that is not there'],
    ],
    [{ EBS_CLIENT_LIB: none }, []],
    [{ EBS_CLIENT: 'mysql', EBS_WRITE: 'on' }, ['EBS_CLIENT must be one of']],
    [
      { EBS_CLIENT: 'mysql', EBS_CONNECTION: '{"password": "hunter2"', EBS_SCHEMA: none },
      ['EBS_CLIENT must be one of', 'EBS_CONNECTION starts like JSON', 'EBS_SCHEMA names a file'],
    ],
    [
      { EBS_CLIENT: 'mssql', EBS_CONNECTION: 'Server=a', EBS_WRITE: 'on', EBS_SCHEMA_FILE: none },
      ['EBS_SCHEMA_FILE names a file that cannot be read'],
    ],
  ])('says of %j all that is wrong and no more', async (change, wanted) => {
    const said = await problems({ ...complete, ...change })
    const ownFiles = said.filter((problem) => !problem.startsWith('LRS_CERTIFICATE '))
    expect(ownFiles).toEqual(wanted.map((text) => expect.stringContaining(text)))
    expect(said.join()).not.toContain('hunter2')
  })
})
