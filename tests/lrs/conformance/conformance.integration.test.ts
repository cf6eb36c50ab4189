import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../pair.ts'
import { simulatedCases } from './cases.ts'
import { readCases, readLive } from './live.ts'
import { reportCase } from './report.ts'
import { runCases, type CaseResult } from './run.ts'
import { startSimulated } from './simulated.ts'

describe('the conformance run against the simulator', () => {
  const results: CaseResult[] = []
  beforeAll(async () => {
    const client = await startSimulated()
    for await (const result of runCases(simulatedCases, client, 'jane.admin')) results.push(result)
    await client.close()
  }, 60_000)

  it.each(simulatedCases.map(({ title }, index) => [title, index] as const))(
    '%s: request and answer as described, told as expected',
    (_, index) => {
      expect(results[index]?.complaints).toEqual([])
    },
  )

  it('shows every call that was made, repeated ones too, and a wrong password once', () => {
    const calls = (title: RegExp) =>
      results.find(({ asked }) => title.test(asked.title))?.exchanges.length
    expect(calls(/maintenance/)).toBe(3)
    expect(calls(/wrong password/)).toBe(1)
  })

  it('prints what went over the wire, all but the password', () => {
    const text = results.map((result, index) => reportCase(result, index + 1)).join('\n')
    const sent = Buffer.from(results[0]?.exchanges[0]?.answer?.body ?? []).toString('utf8')
    expect(text.replaceAll('\n', '')).toContain(sent.replaceAll('\n', ''))
    expect(text).toContain('<tem:uln>9000000016</tem:uln>')
    expect(text).toContain('<svc:Password>(left out)</svc:Password>')
    expect(text).not.toContain(password)
  })
})

describe('the conformance run against a real service', () => {
  const environment = {
    LRS_URL: 'https://lrs.example/LearnerServiceR9.svc',
    LRS_CERTIFICATE: 'client.p12',
    LRS_UKPRN: '99990001',
    LRS_PASSWORD: password,
    LRS_VENDOR_ID: '99',
    LRS_USERNAME: '{user}',
  }
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('takes LRS_… of the environment and says what is missing', () => {
    expect(readLive(environment)).toMatchObject({ kind: 'ready', userName: 'conformance' })
    expect(readLive({ ...environment, LRS_PASSWORD: '' })).toEqual({
      kind: 'refused',
      why: 'LRS_PASSWORD is not set',
    })
  })

  it('leaves the live service alone', () => {
    const LRS_URL = 'https://ws.lrs.education.gov.uk/LearnerServiceR9.svc'
    expect(readLive({ ...environment, LRS_URL })).toMatchObject({ kind: 'refused' })
  })

  it('asks for the learners of a file and no others', async () => {
    const path = join(folder, 'people.json')
    const expected = { kind: 'record', code: 'WSRC0004' }
    const one = {
      title: 'One',
      uln: '9000000016',
      givenName: 'Ada',
      familyName: 'Example',
      expected,
    }
    await writeFile(path, JSON.stringify([one]))
    expect(readCases(path)).toEqual([
      {
        title: 'One',
        expected,
        question: {
          uln: '9000000016',
          givenName: 'Ada',
          familyName: 'Example',
          dateOfBirth: null,
        },
      },
    ])
    await writeFile(path, JSON.stringify([{ ...one, uln: '12' }]))
    expect(() => readCases(path)).toThrow(/uln/)
  })
})
