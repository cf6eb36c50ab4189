import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { facts } from '../support/compareSamples.ts'
import {
  admin,
  answerWith,
  doneOf,
  learnerRow,
  never,
  rowsOf,
  testCollege,
  ulnOf,
  type TestCollege,
} from '../support/college.ts'
import type { LrsAnswer } from '../../backend/plr/event/answer.ts'

let college: TestCollege
let key = 0
let answer: () => Promise<LrsAnswer> = () => Promise.reject(new Error('LRS was asked'))
const newKey = () => `key-${(key += 1)}`

beforeAll(async () => {
  college = await testCollege({ lrs: { ask: () => answer() }, trailKey: 'a key of the trail' })
}, 60_000)
afterAll(() => college.close())
beforeEach(async () => {
  await college.database.knex.raw(
    'truncate people, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail cascade',
  )
  await college.load({ people: ['1', '2', '3'].map((code) => learnerRow(code)) })
})

const imported = (change: Record<string, string | number | null> = {}) => ({
  per_person_code: 1,
  atype_attainment_type_code: 'OWN',
  description: 'GCSE in Mathematics',
  grade: '6',
  date_awarded: '2022-08-25',
  fes_qualification_aim: '60146084',
  source: 'PLR data',
  created_by: 'EBS',
  ...change,
})
const maths = facts()
const english = facts({ id: '70002', subject: 'GCSE in English', subjectCode: '601/4292/3' })
const keysOf = async (...events: Parameters<TestCollege['download']>[1]) =>
  (await college.download('1', events)).map((row) => row.rowKey)

describe('an update', () => {
  it('inserts what ebs does not hold, and writes nothing the second time', async () => {
    const rowKeys = await keysOf(maths, english)
    const first = await college.update({ rowKeys }, newKey())
    expect(first[0]).toMatchObject({ type: 'started' })
    expect(doneOf(first)).toMatchObject({ processed: 2, inserted: 2 })
    const written = await college.attainments()
    expect(written).toEqual([
      expect.objectContaining({
        person: '1',
        description: 'GCSE in Mathematics',
        grade: '6',
        date_awarded: '2022-08-25',
        aim: '60146084',
        source: 'PLR data',
        source_id: '70001',
        created_by: 'ada.admin',
        updated_by: null,
      }),
      expect.objectContaining({ description: 'GCSE in English' }),
    ])
    expect(doneOf(await college.update({ rowKeys }, newKey()))).toMatchObject({ unchanged: 2 })
    expect(await college.attainments()).toEqual(written)
  })

  it('knows records of ebs’s own import, with and without a date, and duplicates none', async () => {
    const undated = facts({ id: '9', achievementAwardDate: null, grade: 'Pass', subject: 'Own' })
    await college.load({
      attainments: [
        imported({ grade: '5' }),
        imported({ date_awarded: null, grade: 'Pass', description: 'Own' }),
      ],
    })
    const rowKeys = await keysOf(maths, undated)
    expect(doneOf(await college.update({ rowKeys }, newKey()))).toMatchObject({
      updated: 1,
      unchanged: 1,
      inserted: 0,
    })
    expect(await college.attainments()).toEqual([
      expect.objectContaining({ grade: '6', source_id: '70001', updated_by: 'ada.admin' }),
      expect.objectContaining({ grade: 'Pass', source_id: null, updated_by: null }),
    ])
  })

  it('does not overwrite what somebody changed since the download', async () => {
    await college.load({ attainments: [imported({ grade: '5' })] })
    const rowKeys = await keysOf(maths)
    await college.rows("update attainments set grade = '4'")
    const frames = await college.update({ rowKeys }, newKey())
    expect(rowsOf(frames)).toEqual([
      { outcome: 'failed', reason: expect.stringContaining('Changed in ebs since the download') },
    ])
    expect(await college.attainments()).toEqual([expect.objectContaining({ grade: '4' })])
  })

  it('finds the twin that ebs’s own import inserted meanwhile', async () => {
    const rowKeys = await keysOf(maths)
    await college.load({ attainments: [imported()] })
    expect(doneOf(await college.update({ rowKeys }, newKey()))).toMatchObject({ unchanged: 1 })
    expect(await college.attainments()).toHaveLength(1)
  })

  it('leaves rows that need a decision, and takes the decision', async () => {
    await college.load({ attainments: [imported({ source: null, grade: 'B' })] })
    const [row] = await college.download('1', [maths])
    expect(row?.status).toBe('Review')
    const rowKeys = [row!.rowKey]
    const skipped = await college.update({ rowKeys }, newKey())
    expect(rowsOf(skipped)).toEqual([
      { outcome: 'skipped', reason: expect.stringContaining('keyed by hand') },
    ])
    const code = String((await college.attainments())[0]?.['code'])
    const decisions = [{ rowKey: row!.rowKey, take: 'same-as' as const, attainmentCode: code }]
    const same = await college.update({ rowKeys, decisions }, newKey())
    expect(doneOf(same)).toMatchObject({ updated: 1 })
    expect(await college.attainments()).toEqual([
      expect.objectContaining({ code, grade: '6', source: null }),
    ])
    expect((await college.download('1', [facts({ grade: '7' })]))[0]?.status).toBe('Changed')
  })

  it('takes no record of another learner for the same', async () => {
    await college.load({ attainments: [imported({ per_person_code: 2 })] })
    const [rowKey] = await keysOf(maths)
    const code = String((await college.attainments())[0]?.['code'])
    const decisions = [{ rowKey: rowKey!, take: 'same-as' as const, attainmentCode: code }]
    const frames = await college.update({ rowKeys: [rowKey!], decisions }, newKey())
    expect(rowsOf(frames)[0]?.reason).toContain('no record of this learner')
  })

  it('writes NPD alone and leaves the same qualification from an awarding organisation', async () => {
    const ao = facts({ source: 'AO', id: '5' })
    const [npdKey, aoKey] = await keysOf(maths, ao)
    expect(doneOf(await college.update({ rowKeys: [aoKey!] }, newKey()))).toMatchObject({
      skipped: 1,
    })
    expect(doneOf(await college.update({ rowKeys: [npdKey!, aoKey!] }, newKey()))).toMatchObject({
      inserted: 1,
      processed: 2,
    })
    expect(await college.attainments()).toHaveLength(1)
  })

  it('keeps two events of one source apart, whichever of them is selected', async () => {
    const other = facts({ id: '70009', grade: '3' })
    const [first, second] = await keysOf(maths, other)
    await college.update({ rowKeys: [first!] }, newKey())
    expect(doneOf(await college.update({ rowKeys: [second!] }, newKey()))).toMatchObject({
      inserted: 1,
    })
    expect(await college.attainments()).toHaveLength(2)
  })

  it('fails a row that ebs refuses, and no other', async () => {
    await college.rows("alter table attainments add constraint no_nines check (grade <> '9')")
    try {
      const rowKeys = await keysOf(maths, facts({ id: '2', grade: '9', subjectCode: '500' }))
      const frames = await college.update({ rowKeys }, newKey())
      expect(doneOf(frames)).toMatchObject({ inserted: 1, failed: 1 })
      expect(rowsOf(frames).map((row) => row.reason)).toContainEqual(
        expect.stringContaining('23514'),
      )
    } finally {
      await college.rows('alter table attainments drop constraint no_nines')
    }
  })

  it('ends after 2 s where ebs holds the record, and updates the others', async () => {
    await college.load({
      attainments: [imported({ grade: '5' }), imported({ grade: '5', per_person_code: 2 })],
    })
    const mine = (await college.download('1', [maths])).map((row) => row.rowKey)
    const others = (await college.download('2', [maths])).map((row) => row.rowKey)
    await college.database.transaction(async ({ knex }) => {
      await knex('attainments').where({ per_person_code: 1 }).forUpdate()
      const frames = await college.update({ rowKeys: [...mine, ...others] }, newKey())
      expect(doneOf(frames)).toMatchObject({ updated: 1, failed: 1 })
      expect(rowsOf(frames)).toContainEqual({
        outcome: 'failed',
        reason: expect.stringMatching(/in use in ebs, try again/i),
      })
    })
  }, 20_000)

  it('made twice at once inserts once', async () => {
    const rowKeys = await keysOf(maths, english)
    const other = { ...admin, subject: 'admin-2' }
    const both = await Promise.all([
      college.update({ rowKeys }, newKey()),
      college.update({ rowKeys }, newKey(), other),
    ])
    const inserted = both
      .map(doneOf)
      .map((done) => (done?.type === 'done' && 'inserted' in done ? done.inserted : -1))
    expect(inserted.sort()).toEqual([0, 2])
    expect(await college.attainments()).toHaveLength(2)
  })

  it('takes the newer of two keys of one event', async () => {
    const [old] = await college.download('1', [maths], Date.now() - 60_000)
    const [fresh] = await college.download('1', [maths])
    const frames = await college.update({ rowKeys: [old!.rowKey, fresh!.rowKey] }, newKey())
    expect(doneOf(frames)).toMatchObject({ inserted: 1, skipped: 1 })
    expect(rowsOf(frames).map((row) => row.reason?.slice(0, 11))).toContain('Given twice')
  })

  it('fails keys that do not open, are too old, or name nobody, and goes on', async () => {
    const [good] = await keysOf(maths)
    const [old] = await college.download('1', [english], Date.now() - 25 * 3_600_000)
    const [nobody] = await college.download('99', [maths])
    const rowKeys = ['nonsense', old!.rowKey, nobody!.rowKey, good!]
    const frames = await college.update({ rowKeys }, newKey())
    expect(doneOf(frames)).toMatchObject({ processed: 4, inserted: 1, failed: 3 })
    expect(rowsOf(frames).every((row) => row.outcome === 'inserted' || row.reason)).toBe(true)
  })

  it('does not write for a learner whose ULN was changed or is another’s too', async () => {
    const rowKeys = await keysOf(maths)
    await college.rows('update people set unique_learn_no = 1234567890 where person_code = 1')
    expect(rowsOf(await college.update({ rowKeys }, newKey()))[0]?.reason).toContain('ULN')
    await college.rows(
      `update people set unique_learn_no = ${ulnOf('1')} where person_code in (1, 2)`,
    )
    expect(doneOf(await college.update({ rowKeys }, newKey()))).toMatchObject({ failed: 1 })
    expect(await college.attainments()).toEqual([])
  })
})

describe('rows older than RECHECK_AFTER_MINUTES', () => {
  const old = Date.now() - 2 * 3_600_000
  const reasonAfter = async (now: () => Promise<LrsAnswer>) => {
    const [row] = await college.download('1', [maths], old)
    answer = now
    return rowsOf(await college.update({ rowKeys: [row!.rowKey] }, newKey()))[0]
  }
  const same = () => Promise.resolve(answerWith('1', [english, maths]))

  it('are read from LRS again and written when LRS sends them the same', async () => {
    expect(await reasonAfter(same)).toEqual({ outcome: 'inserted', reason: null })
  })

  it.each([
    ['sends them otherwise', () => answerWith('1', [facts({ grade: '7' })]), 'otherwise'],
    ['no longer sends them', () => answerWith('1', [english]), 'no longer sends'],
    ['answers for another ULN', () => answerWith('2', [maths]), 'another ULN'],
    [
      'cannot be asked',
      (): LrsAnswer => ({
        kind: 'failed',
        errorCode: 'LNK0101',
        errorDescription: 'LRS did not answer.',
        advice: '',
        concern: 'service',
      }),
      'did not answer',
    ],
  ])('are not written when LRS %s', async (_, given, reason) => {
    expect(await reasonAfter(() => Promise.resolve(given()))).toEqual({
      outcome: 'failed',
      reason: expect.stringContaining(reason),
    })
    expect(await college.attainments()).toEqual([])
  })

  it('end the update when LRS stops, which the same key then resumes at once', async () => {
    const [row] = await college.download('1', [maths], old)
    const key = newKey()
    answer = () =>
      Promise.resolve({
        kind: 'stopped',
        code: 'lrs-password-refused',
        errorCode: 'WSEC0005',
        detail: 'LRS refused the password.',
      })
    expect(doneOf(await college.update({ rowKeys: [row!.rowKey] }, key))).toEqual({
      type: 'failed',
      code: 'lrs-password-refused',
      detail: 'LRS refused the password.',
    })
    answer = same
    expect(doneOf(await college.update({ rowKeys: [row!.rowKey] }, key))).toMatchObject({
      inserted: 1,
    })
  })
})

describe('an Idempotency-Key', () => {
  it('answers the same again without writing, in any order of rows', async () => {
    const rowKeys = await keysOf(maths, english)
    const key = newKey()
    const first = await college.update({ rowKeys }, key)
    const again = await college.update({ rowKeys: [...rowKeys].reverse() }, key)
    expect(new Set(again.map((frame) => JSON.stringify(frame)))).toEqual(
      new Set(first.filter((frame) => frame.type !== 'progress').map((f) => JSON.stringify(f))),
    )
    expect(await college.attainments()).toHaveLength(2)
  })

  it('is another’s with another person, and refuses another request', async () => {
    const rowKeys = await keysOf(maths, english)
    const key = newKey()
    await college.update({ rowKeys: [rowKeys[0]!] }, key)
    expect((await college.updates.begin({ rowKeys }, key, admin, never)).kind).toBe('different')
    const other = { ...admin, subject: 'admin-2' }
    expect((await college.updates.begin({ rowKeys }, key, other, never)).kind).toBe('running')
  })

  it('is busy while its lease is held, resumes after it, and is gone after a day', async () => {
    const rowKeys = await keysOf(maths)
    const key = newKey()
    const claimed = await college.updates.begin({ rowKeys }, key, admin, never)
    expect(claimed.kind).toBe('running')
    expect(await college.updates.begin({ rowKeys }, key, admin, never)).toMatchObject({
      kind: 'busy',
      retryAfterSeconds: expect.any(Number),
    })
    await college.rows("update plr_link.runs set lease_until = lease_until - interval '16 s'")
    expect(doneOf(await college.update({ rowKeys }, key))).toMatchObject({ inserted: 1 })

    // The backend that slept through its lease goes on, and can write nothing.
    const late = []
    if (claimed.kind === 'running') for await (const frame of claimed.frames) late.push(frame)
    expect(doneOf(late)).toMatchObject({ type: 'failed', code: 'update-taken-over' })
    expect(await college.attainments()).toHaveLength(1)

    await college.rows("update plr_link.runs set finished_at = finished_at - interval '25 h'")
    expect((await college.updates.begin({ rowKeys }, key, admin, never)).kind).toBe('gone')
  })

  it('is free at once when the client goes away, and goes on where it stood', async () => {
    const rowKeys = await keysOf(maths)
    const key = newKey()
    const gone = new AbortController()
    const begun = await college.updates.begin({ rowKeys }, key, admin, gone.signal)
    if (begun.kind !== 'running') throw new Error(begun.kind)
    const first = await begun.frames.next()
    gone.abort(new Error('gone'))
    await begun.frames.return(undefined)
    const frames = await college.update({ rowKeys }, key)
    expect(frames[0]).toEqual(first.value)
    expect(doneOf(frames)).toMatchObject({ inserted: 1, processed: 1 })
  })
})

describe('undo', () => {
  it('takes out what was inserted and puts back what was changed', async () => {
    await college.load({ attainments: [imported({ grade: '5' })] })
    const before = await college.attainments()
    const rowKeys = await keysOf(maths, english)
    const [started] = await college.update({ rowKeys }, newKey())
    const id = started?.type === 'started' ? started.id : ''
    expect(await college.updates.undo(id, admin)).toEqual({
      kind: 'undone',
      result: { id, restored: 2, kept: [] },
    })
    expect((await college.attainments()).map(({ updated_by: _, ...rest }) => rest)).toEqual(
      before.map(({ updated_by: _, ...rest }) => rest),
    )
    expect(await college.rows('select * from plr_link.links')).toEqual([])
    expect((await college.updates.undo(id, admin)).kind).toBe('already')
    expect((await college.updates.list(0, 10)).updates[0]?.undone).toMatchObject({
      who: 'Ada Admin',
    })
  })

  it('keeps what somebody changed since, and what something refers to, and says so', async () => {
    const rowKeys = await keysOf(maths, english, facts({ id: '3', subjectCode: '500' }))
    const [started] = await college.update({ rowKeys }, newKey())
    await college.rows(
      "update attainments set outcome = 'X', updated_by = 'JO' where source_id = 70001",
    )
    await college.rows(
      'insert into people_unit_attainments (id, attainment_code) select 1, attainment_code from attainments where source_id = 70002',
    )
    const undone = await college.updates.undo(started?.type === 'started' ? started.id : '', admin)
    expect(undone).toMatchObject({ kind: 'undone', result: { restored: 1 } })
    if (undone.kind === 'undone') {
      expect(undone.result.kept.map((kept) => kept.rowKey).sort()).toEqual(
        rowKeys.slice(0, 2).sort(),
      )
    }
    expect(await college.attainments()).toHaveLength(2)
  })

  it('undoes a batch together, by the id of any of its runs', async () => {
    const [first, second] = await keysOf(maths, english)
    const runs = [
      await college.update({ rowKeys: [first!], batch: 'b' }, newKey()),
      await college.update({ rowKeys: [second!], batch: 'b' }, newKey()),
    ]
    const ids = runs.map(([started]) => (started?.type === 'started' ? started.id : ''))
    const list = await college.updates.list(0, 10)
    expect(list).toMatchObject({ total: 1, updates: [{ id: ids[0], processed: 2, inserted: 2 }] })
    expect(await college.updates.undo(ids[1]!, admin)).toMatchObject({
      result: { id: ids[0], restored: 2 },
    })
    expect(await college.attainments()).toEqual([])
  })

  it('does not know runs that are not there', async () => {
    expect(await college.updates.undo('nothing', admin)).toEqual({ kind: 'unknown' })
  })
})

describe('a preview', () => {
  it('says what would happen and changes nothing', async () => {
    await college.load({ attainments: [imported({ grade: '5' })] })
    const rowKeys = await keysOf(maths, english)
    const frames = []
    for await (const frame of college.updates.preview({ rowKeys }, admin, never)) frames.push(frame)
    expect(frames).toContainEqual(
      expect.objectContaining({
        rowKey: rowKeys[0],
        outcome: 'updated',
        changes: expect.arrayContaining([{ field: 'GRADE', from: '5', to: '6' }]),
      }),
    )
    expect(frames.at(-1)).toEqual({
      type: 'done',
      processed: 2,
      inserted: 1,
      updated: 1,
      unchanged: 0,
      skipped: 0,
      failed: 0,
    })
    expect(await college.attainments()).toEqual([expect.objectContaining({ grade: '5' })])
  })
})

it('leaves a trail without names, ULNs or grades', async () => {
  await college.update({ rowKeys: await keysOf(maths) }, newKey())
  const trail = await college.rows('select * from plr_link.trail')
  expect(trail).toEqual([
    expect.objectContaining({
      what: 'update',
      person_code: '1',
      detail: '1 inserted',
      digest: expect.stringMatching(/^[\w-]{43}$/),
    }),
  ])
  expect(JSON.stringify(trail)).not.toMatch(/Mathematics|Surname1|10000001\d\d/)
})
