import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { searchResponse } from '../../contract/index.ts'
import type { DownloadFrame, GridRow } from '../../contract/index.ts'
import { specials } from '../../sandbox/college/specials.ts'
import type { SpecialName } from '../../sandbox/college/specials.ts'
import { staff } from '../../sandbox/college/staff.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { all, createApi, ofType } from '../support/api.ts'
import type { Api } from '../support/api.ts'
import { ordinaryCodes } from '../support/ebs.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

let sandbox: Sandbox
let api: Api
let frames: DownloadFrame[]
const rows = new Map<string, readonly GridRow[]>()

beforeAll(async () => {
  sandbox = await startTestSandbox()
  api = await createApi(sandbox)
  frames = await all(api.download([...Object.values(specials), staff.withUln, '777777']))
  for (const frame of ofType(frames, 'learner')) rows.set(frame.personCode, frame.rows)
}, startingMs)
afterAll(() => sandbox.stop(), 60_000)

const of = (name: SpecialName): readonly GridRow[] => rows.get(specials[name]) ?? []
const only = (name: SpecialName): GridRow => {
  expect(of(name)).toHaveLength(1)
  return of(name)[0]!
}

describe('searching', () => {
  const search = async (condition: object) => {
    const { status, body } = await api.ask('/api/learners/search', { body: { condition } })
    expect(status).toBe(200)
    return searchResponse.parse(body)
  }

  it('finds learners and never staff', async () => {
    const everybody = await search({ combinator: 'and', rules: [] })
    expect(everybody.total).toBe(120)
    const codes = { field: 'personCode', operator: 'in', value: [staff.plain, specials.allNew] }
    const found = await search({ combinator: 'and', rules: [codes] })
    expect(found.learners.map(({ personCode }) => personCode)).toEqual([specials.allNew])
  })

  it('says before the download why a learner cannot be looked up', async () => {
    const rule = { field: 'personCode', operator: '=', value: specials.noUln }
    const { learners } = await search({ combinator: 'and', rules: [rule] })
    expect(learners[0]?.problem?.code).toMatch(/^LNK/)
  })
})

describe('a download', () => {
  it('starts with progress 0, has one frame for each learner, and ends with done', () => {
    const total = Object.keys(specials).length + 2
    expect(frames[0]).toEqual({ type: 'progress', done: 0, total })
    expect(
      ofType(frames, 'learner')
        .map((frame) => frame.personCode)
        .sort(),
    ).toEqual([...Object.values(specials), staff.withUln, '777777'].sort())
    const last = frames.at(-1)
    const problems = [...rows.values()].filter((of) => of[0]?.status === 'Problem').length
    expect(last).toEqual({
      type: 'done',
      learners: total,
      rows: [...rows.values()].flat().length,
      problems,
    })
  })

  it.each([
    'noUln',
    'noForename',
    'noSurname',
    'blankForename',
    'badCheckDigit',
    'temporaryUln',
    'sharedUln',
    'sharedUlnOther',
    'mergedAway',
    'longForename',
  ] as const)('reports %s with a code of ours and sends nothing to LRS', (name) => {
    const row = only(name)
    expect(row).toMatchObject({ status: 'Problem', responseCode: null, rowKey: null })
    expect(row.errorCode).toMatch(/^LNK/)
    expect(row.errorDescription).not.toBe('')
  })

  it('names the person whom a merged one was merged into', () => {
    expect(only('mergedAway').errorDescription).toContain(specials.mergedKept)
  })

  it('never looks up staff, nor somebody who is not in ebs, and tells the two apart by nothing', () => {
    const withoutCode = (code: string) => {
      const { personCode, ...row } = rows.get(code)![0]!
      return JSON.stringify(row).replaceAll(personCode, '')
    }
    expect(withoutCode(staff.withUln)).toBe(withoutCode('777777'))
  })

  it.each([
    ['notShared', 'WSEC0206'],
    ['notVerified', 'WSEC0208'],
    ['unknownUln', 'WSEC0208'],
  ] as const)('shows what LRS said of %s: %s', (name, code) => {
    expect(only(name)).toMatchObject({ status: 'Problem', responseCode: code, rowKey: null })
  })

  it('says None of a learner of whom LRS holds nothing', () => {
    expect(only('noEvents')).toMatchObject({ status: 'None', responseCode: 'WSRC0004' })
  })

  it('has a row for each of 200 events', () => {
    expect(of('manyEvents')).toHaveLength(200)
  })

  it('compares with what ebs holds', () => {
    const statuses = (name: SpecialName) => [...new Set(of(name).map(({ status }) => status))]
    expect(statuses('allNew')).toEqual(['New'])
    expect(statuses('imported')).toEqual(['Same'])
    expect(statuses('importedOtherGrade')).toEqual(['Changed'])
    expect(statuses('importedBetterGrade')).toEqual(['Review'])
    expect(statuses('keyedByHand')).toEqual(['Review'])
    expect(statuses('participationOnly')).toEqual(['Review'])
    expect(statuses('provisional')).toEqual(['Review'])
    expect(statuses('underDataChallenge')).toEqual(['Review'])
    expect(statuses('linkedUln')).toEqual(['Review'])
    expect(of('twoSources').map(({ status }) => status)).toContain('Review')
  })

  it('shows the found ULN of a linked learner', () => {
    for (const row of of('linkedUln')) {
      expect(row).toMatchObject({ responseCode: 'WSRC0022' })
      expect(row.foundUln).not.toBe(row.uln)
    }
  })

  it('keeps odd text to the letter', () => {
    expect(of('formulaName')[0]).toMatchObject({ firstName: '=1+1', surname: '@SUM(A1:A9)' })
    expect(of('formulaTitle').map(({ qualification }) => qualification)).toContain(
      '-Design & <Technology>',
    )
    expect(of('lessThan')[0]?.surname).toBe('<Less> "Quoted"')
    expect(of('foreignTitle')[1]?.qualification).toContain('日本語')
  })

  it('gives every row of an event a row key under 1,000 characters', () => {
    const events = [...rows.values()].flat().filter(({ lrsEventId }) => lrsEventId !== null)
    expect(events.every(({ rowKey }) => rowKey !== null && rowKey.length < 1000)).toBe(true)
  })

  it('refuses a code that is no number, and more than 1,000 of them', async () => {
    for (const personCodes of [
      ['abc'],
      [],
      Array.from({ length: 1001 }, (_, at) => String(at + 1)),
    ]) {
      const { status } = await api.ask('/api/downloads', { body: { personCodes } })
      expect(status).toBe(400)
    }
  })

  it('calls LRS once a learner, and stops calling when the person goes away', async () => {
    sandbox.lrs.now().setDelay(200)
    try {
      const codes = await ordinaryCodes(sandbox.ebsUrl, 70)
      const before = sandbox.lrs.now().calls().length
      for await (const frame of api.download(codes)) if (frame.type === 'learner') break
      await new Promise((resolve) => setTimeout(resolve, 1200))
      const stopped = sandbox.lrs.now().calls().length
      await new Promise((resolve) => setTimeout(resolve, 800))
      expect(sandbox.lrs.now().calls().length).toBe(stopped)
      expect(stopped - before).toBeLessThan(60)
    } finally {
      sandbox.lrs.now().setDelay(10)
    }
  }, 20_000)
})
