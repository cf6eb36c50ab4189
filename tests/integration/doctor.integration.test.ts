import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { withClient } from '../../sandbox/ebs/database.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

let folder: string
let sandbox: Sandbox
beforeAll(async () => {
  const below = join(process.cwd(), '.sandbox')
  await mkdir(below, { recursive: true })
  folder = await mkdtemp(join(below, 'doctor-'))
  sandbox = await startTestSandbox({ folder })
}, startingMs)
afterAll(async () => {
  await sandbox.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}, 60_000)

/** Runs the command as people do, on the sandbox's own environment. */
const doctor = (...args: string[]) =>
  new Promise<{ code: number; report: string }>((resolve) => {
    const file = join(folder, 'backend.env')
    execFile(
      process.execPath,
      ['scripts/doctor.mjs', '--environment', file, ...args],
      (error, report) => resolve({ code: error === null ? 0 : Number(error.code), report }),
    )
  })

it('finds the sandbox in order, and looks nobody up', async () => {
  const { code, report } = await doctor()
  expect(report).toMatch(/\n0 problems, /)
  expect(report).toContain(`LRS at ${new URL(sandbox.lrs.now().url).host} was reached`)
  expect(report).toContain(`calls itself ${sandbox.identity.issuer}`)
  expect(report).toMatch(/ok {7}ebs’s own import filled [1-9]\d* records/)
  expect(code).toBe(0)
  expect(sandbox.lrs.now().calls()).toEqual([])
}, 60_000)

it('ends with 1 when something is wrong, and says what', async () => {
  await withClient(sandbox.ebsUrl, (client) =>
    client.query(`update verifiers set fes_active = 'N' where low_value = 'PLR'`),
  )
  const { code, report } = await doctor()
  expect(report).toContain('PROBLEM  Attainment type PLR is not active')
  expect(code).toBe(1)
}, 60_000)
