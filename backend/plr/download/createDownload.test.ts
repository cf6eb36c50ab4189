import { describe, expect, it } from '@jest/globals'
import type { DownloadFrame } from '../../../contract/index.ts'
import { downloadFrame } from '../../../contract/index.ts'
import type { Comparison } from '../compare/comparison.ts'
import type { LrsAnswer } from '../event/answer.ts'
import type { LearningEvent } from '../event/learningEvent.ts'
import type { FoundLearner, Learner } from '../learner/learner.ts'
import type { Person } from '../learner/person.ts'
import { createDownload, type DownloadDependencies } from './createDownload.ts'

const person: Person = {
  subject: 's1',
  name: 'Ada Admin',
  userName: 'admin@college.example',
  role: 'Admin',
  visibility: { kind: 'all' },
}

const learner = (personCode: string, change: Partial<Learner> = {}): FoundLearner => ({
  kind: 'learner',
  learner: {
    personCode,
    uln: '9000000016',
    surname: 'Smart',
    firstName: 'Ada',
    knownAs: 'Addie',
    previousSurname: null,
    surnameAt16: 'Smythe',
    dateOfBirth: null,
    sex: null,
    active: true,
    abilityToShare: null,
    sharesUlnWith: null,
    ...change,
  },
})

const event = (id: string): LearningEvent => ({
  achievementAwardDate: '2024-08-22',
  achievementProviderName: null,
  achievementProviderUkprn: null,
  awardingOrganisationName: null,
  awardingOrganisationUkprn: null,
  collectionType: null,
  credits: 0,
  dateLoaded: '2024-09-01 10:00:00',
  grade: '5',
  id,
  languageForAssessment: null,
  level: null,
  participationEndDate: '2024-02-31',
  participationStartDate: null,
  qualificationType: 'GCSE',
  restriction: null,
  returnNumber: null,
  source: 'NPD',
  status: 'P',
  subject: 'GCSE in Maths',
  subjectCode: '601/4608/4',
  underDataChallenge: 'N',
})

const record = (...events: LearningEvent[]): LrsAnswer => ({
  kind: 'record',
  responseCode: 'WSRC0004',
  responseDescription: 'Exact match',
  linked: false,
  foundUln: '9000000016',
  events,
  answeredAt: new Date('2026-09-01T10:00:00Z'),
})

const comparison: Comparison = {
  status: 'New',
  reason: null,
  action: 'insert',
  changes: [],
  set: {},
  held: null,
  beside: null,
  likelySame: null,
  unwritable: null,
}

type Answer = (call: number, signal: AbortSignal) => Promise<LrsAnswer>

const download = (found: Record<string, FoundLearner>, answer: Answer) =>
  createDownload(dependencies(found, answer))

function dependencies(found: Record<string, FoundLearner>, answer: Answer): DownloadDependencies {
  let calls = 0
  return {
    learners: {
      find: (codes) =>
        Promise.resolve(
          new Map(codes.map((c) => [c, found[c] ?? { kind: 'unknown', personCode: c }])),
        ),
    },
    holdings: { holdings: () => Promise.resolve(new Map()) },
    lrs: { ask: (_question, _asker, signal) => answer((calls += 1), signal) },
    rules: { noticeRequired: false },
    lrsUserName: () => Promise.resolve('ADMIN'),
    compare: (events) => events.map(() => comparison),
    rowKeys: { seal: (content) => `key-${content.facts.id}` },
    lookAhead: 3,
  }
}

async function collect(frames: AsyncGenerator<DownloadFrame>): Promise<DownloadFrame[]> {
  const all: DownloadFrame[] = []
  for await (const frame of frames) all.push(frame)
  return all
}
const never = new AbortController().signal
const rowsOf = (frames: DownloadFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'learner' ? frame.rows : []))

describe('a download', () => {
  it('sends one learner frame for every distinct code, every frame as the contract has it', async () => {
    const frames = await collect(
      download({ '1': learner('1'), '2': learner('2', { uln: null }) }, () =>
        Promise.resolve(record(event('7'), event('8'))),
      )(['1', '2', '1', '3'], person, never),
    )
    for (const frame of frames) expect(downloadFrame.safeParse(frame).error).toBeUndefined()
    expect(frames[0]).toEqual({ type: 'progress', done: 0, total: 3 })
    const codes = frames.flatMap((f) => (f.type === 'learner' ? [f.personCode] : []))
    expect(codes.sort()).toEqual(['1', '2', '3'])
    expect(frames.at(-1)).toEqual({ type: 'done', learners: 3, rows: 4, problems: 2 })
  })

  it('tells its progress in hundredths, and the end of it', async () => {
    const codes = Array.from({ length: 250 }, (_, index) => String(index + 1))
    const frames = await collect(
      download({}, () => Promise.reject(new Error('nobody is known')))(codes, person, never),
    )
    const done = frames.flatMap((frame) => (frame.type === 'progress' ? [frame.done] : []))
    expect(done.slice(0, 3)).toEqual([0, 3, 6])
    expect(done.at(-1)).toBe(250)
    expect(done).toHaveLength(85)
  })

  it('asks ebs while it asks LRS', async () => {
    let asked = false
    const frames = await collect(
      createDownload({
        ...dependencies({ '1': learner('1') }, async () => {
          await Promise.resolve()
          return asked ? record(event('7')) : Promise.reject(new Error('ebs was not asked yet'))
        }),
        holdings: {
          holdings: () => {
            asked = true
            return Promise.resolve(new Map())
          },
        },
      })(['1'], person, never),
    )
    expect(rowsOf(frames)).toHaveLength(1)
  })

  it('shows events as LRS sent them, days as days, and says which date is none', async () => {
    const frames = await collect(
      download({ '1': learner('1') }, () => Promise.resolve(record(event('7'))))(
        ['1'],
        person,
        never,
      ),
    )
    expect(rowsOf(frames)).toEqual([
      expect.objectContaining({
        status: 'New',
        qualificationCode: '601/4608/4',
        awardDate: '2024-08-22',
        dateLoaded: '2024-09-01',
        participationEnd: null,
        resultStatus: 'Provisional',
        rowKey: 'key-7',
        reason: 'Participation End as LRS sent it is no date: 2024-02-31',
      }),
    ])
  })

  it('makes one row of the same Source and ID twice', async () => {
    const frames = await collect(
      download({ '1': learner('1') }, () => Promise.resolve(record(event('7'), event('7'))))(
        ['1'],
        person,
        never,
      ),
    )
    expect(rowsOf(frames)).toHaveLength(1)
  })

  it('says None of a learner whom LRS knows without results', async () => {
    const frames = await collect(
      download({ '1': learner('1') }, () => Promise.resolve(record()))(['1'], person, never),
    )
    expect(rowsOf(frames)).toEqual([
      expect.objectContaining({ status: 'None', responseCode: 'WSRC0004', rowKey: null }),
    ])
  })

  it('shows the other names ebs holds when LRS could not verify the learner', async () => {
    const refused: LrsAnswer = {
      kind: 'refused',
      responseCode: 'WSEC0208',
      responseDescription: 'Could not be verified',
      foundUln: null,
      advice: 'Check ULN and names.',
      concern: 'learner',
    }
    const frames = await collect(
      download({ '1': learner('1') }, () => Promise.resolve(refused))(['1'], person, never),
    )
    expect(rowsOf(frames)[0]).toMatchObject({
      status: 'Problem',
      responseCode: 'WSEC0208',
      reason: 'Check ULN and names. ebs also holds: surname at 16 Smythe, known as Addie.',
    })
  })

  it('ends with failed when one problem stops all, keeps what came, and aborts the calls in flight', async () => {
    let aborted = 0
    const stopped: LrsAnswer = {
      kind: 'stopped',
      code: 'lrs-password-refused',
      errorCode: 'WSEC0005',
      detail: 'LRS refused the password.',
    }
    const found = Object.fromEntries(['1', '2', '3', '4', '5'].map((c) => [c, learner(c)]))
    const frames = await collect(
      download(found, (call, signal) => {
        if (call === 1) return Promise.resolve(record(event('1')))
        if (call === 2) return new Promise((resolve) => setTimeout(() => resolve(stopped), 5))
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted += 1
            reject(new Error('aborted'))
          })
        })
      })(['1', '2', '3', '4', '5'], person, never),
    )
    expect(rowsOf(frames)).toHaveLength(1)
    expect(frames.at(-1)).toMatchObject({ type: 'failed', code: 'lrs-password-refused' })
    expect(frames.filter((f) => f.type === 'done')).toHaveLength(0)
    expect(aborted).toBeGreaterThan(0)
  })
})
