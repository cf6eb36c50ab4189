import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { closeEntry, openEntry } from '../../backend/link/undo/entry.ts'
import { facts } from '../support/compareSamples.ts'
import { admin, doneOf, learnerRow, testCollege, type TestCollege } from '../support/college.ts'

let college: TestCollege
let key = 0
const newKey = () => `key-${(key += 1)}`

beforeAll(async () => {
  college = await testCollege()
}, 60_000)
afterAll(() => college.close())
beforeEach(async () => {
  await college.database.knex.raw(
    'truncate people, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail cascade',
  )
  await college.load({ people: ['1', '2', '3'].map((code) => learnerRow(code)) })
})

/** Row keys of three qualifications that ebs does not hold, each of a learner of its own. */
const threeKeys = async () => {
  const rows = await Promise.all(['1', '2', '3'].map((code) => college.download(code, [facts()])))
  return rows.map(([row]) => row!.rowKey)
}
const runOf = async (rowKey: string, batch: string, person = admin) => {
  const frames = await college.update({ rowKeys: [rowKey], batch }, newKey(), person)
  const [started] = frames
  return { id: started?.type === 'started' ? started.id : '', done: doneOf(frames) }
}
const undo = (id: string) => college.updates.undo(id, admin)
const listed = async () => (await college.updates.list(0, 100)).updates
const standing = async () => (await college.attainments()).length

describe('a batch that was undone', () => {
  it('is begun anew by its next run, which is undone by itself', async () => {
    const [one, two, three] = await threeKeys()
    const first = await runOf(one!, 'b')
    await runOf(two!, 'b')
    expect(await undo(first.id)).toMatchObject({ kind: 'undone', result: { restored: 2 } })

    const third = await runOf(one!, 'b')
    const fourth = await runOf(three!, 'b')
    expect(third.done).toMatchObject({ inserted: 1 })
    expect(await listed()).toMatchObject([
      { id: third.id, inserted: 2, processed: 2, undone: null },
      { id: first.id, inserted: 2, processed: 2, undone: { who: 'Ada Admin' } },
    ])
    expect((await undo(first.id)).kind).toBe('already')
    expect(await standing()).toBe(2)
    expect(await undo(fourth.id)).toMatchObject({ result: { id: third.id, restored: 2 } })
    expect(await standing()).toBe(0)

    const fifth = await runOf(two!, 'b')
    expect((await listed()).map(({ id, undone }) => [id, undone === null])).toEqual([
      [fifth.id, true],
      [third.id, false],
      [first.id, false],
    ])
  })

  it('does not end the batch of that name of somebody else', async () => {
    const [one, two, three] = await threeKeys()
    const other = { ...admin, subject: 'admin-2' }
    const mine = await runOf(one!, 'b')
    const theirs = await runOf(two!, 'b', other)
    await undo(mine.id)
    await runOf(three!, 'b', other)
    expect(await listed()).toMatchObject([
      { id: theirs.id, inserted: 2, undone: null },
      { id: mine.id, inserted: 1, undone: expect.anything() },
    ])
  })

  it('is undone with a run that joined it while the undo was at work', async () => {
    const [one, two] = await threeKeys()
    const first = await runOf(one!, 'b')
    const entry = await openEntry(college.link, first.id, 30)
    if ('kind' in entry) throw new Error(entry.kind)
    const second = await runOf(two!, 'b')
    expect(await closeEntry(college.link, entry, 'Ada Admin')).toEqual({ kind: 'grown' })
    expect(await undo(second.id)).toMatchObject({ result: { id: first.id, restored: 2 } })
    expect(await standing()).toBe(0)
  })

  it('holds what stands apart from what was undone, whoever is faster', async () => {
    const [one, two] = await threeKeys()
    for (let round = 0; round < 25; round += 1) {
      const batch = `b${round}`
      const first = await runOf(one!, batch)
      const later = async () => {
        await new Promise((done) => setTimeout(done, round))
        return runOf(two!, batch)
      }
      const [undone, second] = await Promise.all([undo(first.id), later()])
      expect(undone.kind).toBe('undone')
      const [entry] = await listed()
      const isApart = entry?.id === second.id
      expect(entry?.undone === null).toBe(isApart)
      expect(await standing()).toBe(isApart ? 1 : 0)
      if (isApart) expect(await undo(second.id)).toMatchObject({ result: { restored: 1 } })
    }
  }, 60_000)

  it('is undone once, however many ask for it at the same moment', async () => {
    const [one, two] = await threeKeys()
    const first = await runOf(one!, 'b')
    const second = await runOf(two!, 'b')
    const kinds = (await Promise.all([undo(first.id), undo(second.id), undo(first.id)])).map(
      ({ kind }) => kind,
    )
    expect(kinds.sort()).toEqual(['already', 'already', 'undone'])
    expect(await standing()).toBe(0)
  })
})
