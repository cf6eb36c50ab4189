import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'
import { completeEnvironment } from './config/testing.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

async function run(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, printed, [code]] = await Promise.all([
    text(child.stderr),
    text(child.stdout),
    once(child, 'close'),
  ])
  return { said, printed, code: Number(code) }
}

it('a backend that is configured wrongly names it all in one message, and ends with 1', async () => {
  const { said, printed, code } = await run({
    ...completeEnvironment,
    PORT: 'eighty',
    LRS_URL: 'http://lrs.example',
    LRS_VENDOR_ID: '',
    ROW_KEY_SECRET: 'short-secret',
    TLS_CERTIFICATE: '/nowhere/tls.pem',
    EBS_CONNECTION: '{"password": "hunter2"',
    EBS_SCHEMA: '/nowhere/site.jsonc',
    VISIBLE_ORGANISATIONS: '/nowhere/visible.json',
    LRS_CERTIFICATE: '/nowhere/lrs.p12',
    LRS_CA: '/nowhere/ca.pem',
    LRS_CERTIFICATE_PASSWORD_FILE: '/nowhere/password',
  })
  expect(code).toBe(1)
  expect(printed).toBe('')
  const lines = said.trim().split('\n')
  expect(lines[0]).toBe('The backend cannot start as it is configured:')
  expect(lines.slice(1).map((line) => /^ {2}([A-Z_]+) /.exec(line)?.[1])).toEqual([
    'LRS_CERTIFICATE_PASSWORD_FILE',
    'PORT',
    'LRS_URL',
    'LRS_VENDOR_ID',
    'ROW_KEY_SECRET',
    'TLS_KEY',
    'TLS_CERTIFICATE',
    'EBS_CONNECTION',
    'EBS_SCHEMA',
    'VISIBLE_ORGANISATIONS',
    'LRS_CA',
    'LRS_CERTIFICATE',
  ])
  expect(said).not.toMatch(/hunter2|very-secret|short-secret/)
}, 60_000)

it('one whose database does not answer says so by the name of the setting', async () => {
  const { said, code } = await run({
    ...completeEnvironment,
    EBS_CONNECTION: 'postgres://ebs:hunter2@127.0.0.1:9/ebs',
  })
  expect(code).toBe(1)
  expect(said).toMatch(
    /^EBS_CONNECTION: the database server that it names does not answer: .+\.\n$/,
  )
  expect(said).not.toContain('hunter2')
}, 60_000)
