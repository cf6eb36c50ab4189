import { describe, expect, it } from '@jest/globals'
import { createFakeClock, createHastyClock } from '../../api/testing/fakeClock.ts'
import { ApiError } from '../../api/problem.ts'
import { createWords } from '../words.ts'
import { initialsOf } from './AccountMenu.tsx'
import { createBatcher } from './batcher.ts'
import { messageOf } from './message.ts'
import { progressText } from './progressText.ts'
import { createWork } from './work.ts'

describe('running work', () => {
  it('is one at a time, reports and can be cancelled', async () => {
    const work = createWork(createFakeClock())
    const seen: (number | undefined)[] = []
    work.running.subscribe(() => seen.push(work.running.get()?.done))
    const first = work.run('Downloading', 3, async (job) => {
      job.report({ done: 2 })
      expect(await work.run('Another', null, () => Promise.resolve('ran'))).toBeNull()
      work.cancel()
      expect(work.running.get()?.cancelling).toBe(true)
      return job.signal.aborted
    })
    expect(await first).toBe(true)
    expect(seen).toEqual([0, 2, 2, undefined])
  })

  it('is over when it fails', async () => {
    const work = createWork(createFakeClock())
    const failing = work.run('Updating', null, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(work.running.get()).toBeNull()
  })

  it('reads as a sentence', () => {
    const words = createWords('en-GB')
    const work = {
      label: 'Downloading',
      done: 412,
      total: 1000,
      problems: 0,
      note: null,
      startedAt: 0,
      cancelling: false,
      stoppable: true,
    }
    expect(progressText(work, words, 9000)).toBe('Downloading 412 of 1,000 · 9 s')
    expect(progressText({ ...work, total: null }, words, 65_000)).toBe('Downloading · 1 min 5 s')
  })
})

describe('the batcher', () => {
  it('writes everything once, in order, one write at a time', async () => {
    const batches: number[][] = []
    let writing = 0
    const batcher = createBatcher<number>(async (batch) => {
      writing += 1
      expect(writing).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      batches.push(batch)
      writing -= 1
    }, createHastyClock())
    for (let at = 0; at < 1000; at += 1) await batcher.add(at)
    await batcher.end()
    expect(batches.flat()).toEqual(Array.from({ length: 1000 }, (_, at) => at))
    expect(batches.length).toBeLessThan(50)
  })

  it('stops at the first write that fails', async () => {
    const batcher = createBatcher<number>(
      () => Promise.reject(new Error('full')),
      createHastyClock(),
    )
    await batcher.add(1)
    await expect(batcher.end()).rejects.toThrow('full')
    await expect(batcher.add(2)).rejects.toThrow('full')
  })
})

describe('messages', () => {
  it('name whom to ask once', () => {
    const failure = {
      kind: 'problem' as const,
      status: 403,
      code: 'write-off',
      detail: 'Writing is off: ask the MIS team.',
      reference: null,
    }
    expect(messageOf(new ApiError(failure), 'the MIS team').text).toBe(failure.detail)
    const other = messageOf(new ApiError({ ...failure, detail: 'Writing is off.' }), 'the MIS team')
    expect(other.text).toBe('Writing is off. Ask the MIS team.')
  })

  it('refer to support what only support can mend', () => {
    const failure = { kind: 'problem' as const, code: 'slip', detail: 'No.', reference: 'r-1' }
    const referenceOf = (status: number) =>
      messageOf(new ApiError({ ...failure, status }), 'the MIS team').reference
    expect([400, 409, 429].map(referenceOf)).toEqual([undefined, undefined, undefined])
    expect([403, 500].map(referenceOf)).toEqual(['r-1', 'r-1'])
  })

  it('never show what an unexpected error says', () => {
    expect(messageOf(new Error('ULN 9000000016'), 'the MIS team').text).not.toContain('9000000016')
  })
})

describe('initials', () => {
  it.each([
    ['Ada Admin', 'AA'],
    ['Ulla Maria Berg', 'UB'],
    ['admin@college.example', 'AE'],
    ['Øyvind', 'Ø'],
    ['', '?'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('words', () => {
  const words = createWords('en-GB')
  it('group numbers and write dates as the language does', () => {
    expect(words.count(1204, 'learner')).toBe('1,204 learners')
    expect(words.count(1, 'learner')).toBe('1 learner')
    expect(words.day('2026-11-24')).toBe('24 Nov 2026')
    expect(words.day('junk')).toBe('junk')
    expect(createWords('de-DE').number(1204)).toBe('1.204')
  })

  it('say today for today', () => {
    const now = Date.now()
    expect(words.moment(new Date(now).toISOString(), now)).toMatch(/^today \d\d:\d\d$/)
    expect(words.moment('2020-01-01T12:00:00Z', now)).toContain('2020')
  })
})
