import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { testMapping } from '../../backend/ebs/mapping/testing.ts'
import { purgeLink } from '../../backend/link/purge.ts'
import { admin, doneOf, learnerRow, testCollege, type TestCollege } from '../support/college.ts'
import { facts } from '../support/compareSamples.ts'

let college: TestCollege
let key = 0
beforeAll(async () => {
  college = await testCollege()
}, 60_000)
afterAll(() => college.close())
beforeEach(async () => {
  await college.rows(
    'truncate people, people_deduplication_audit, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images cascade',
  )
  await college.load({ people: ['1', '2', '3'].map((code) => learnerRow(code)) })
})

const maths = facts()
const purge = () => purgeLink(college.link, testMapping('pg'), { undoDays: 30, trailDays: 30 })
const linked = () =>
  college.rows('select person_code::text as person from plr_link.links order by person_code')

/** Writes maths into a record that was keyed by hand, which only the link knows from then on. */
async function linkByHand(personCode: string): Promise<string> {
  await college.rows(
    `insert into attainments (per_person_code, atype_attainment_type_code, description, grade, date_awarded) values (${personCode}, 'OWN', 'Maths', 'B', date '2022-06-01')`,
  )
  const [record] = await college.attainments()
  const [row] = await college.download(personCode, [maths])
  const rowKey = row?.rowKey ?? ''
  const attainmentCode = String(record?.['code'])
  const decisions = [{ rowKey, take: 'same-as' as const, attainmentCode }]
  const frames = await college.update({ rowKeys: [rowKey], decisions }, `key-${(key += 1)}`)
  expect(doneOf(frames)).toMatchObject({ updated: 1 })
  const [started] = frames
  return started?.type === 'started' ? started.id : ''
}

/** What ebs does when it merges two people. */
async function merge(removed: string, kept: string): Promise<void> {
  await college.rows(
    `update attainments set per_person_code = ${kept} where per_person_code = ${removed}`,
  )
  await college.rows(`delete from people where person_code = ${removed}`)
  await college.rows(
    `insert into people_deduplication_audit (id, removed_person_code, retained_person_code) values (${removed}, ${removed}, ${kept})`,
  )
}

describe('a learner whom ebs merged into another', () => {
  it('leaves the links to the one kept, along a chain of merges', async () => {
    await linkByHand('1')
    expect((await college.download('2', [maths]))[0]?.status).toBe('New')
    await merge('1', '2')
    expect((await college.download('2', [maths]))[0]?.status).toBe('Same')
    await merge('2', '3')
    const changed = facts({ grade: '7' })
    const [row] = await college.download('3', [changed])
    expect(row?.status).toBe('Changed')
    const frames = await college.update({ rowKeys: [row?.rowKey ?? ''] }, `key-${(key += 1)}`)
    expect(doneOf(frames)).toMatchObject({ updated: 1 })
    expect(await college.attainments()).toEqual([
      expect.objectContaining({ person: '3', grade: '7' }),
    ])
  })

  it('does not hide what the kept one was linked to', async () => {
    await linkByHand('1')
    const [row] = await college.download('2', [maths])
    await college.update({ rowKeys: [row?.rowKey ?? ''] }, `key-${(key += 1)}`)
    await merge('1', '2')
    expect((await college.download('2', [maths]))[0]?.status).toBe('Same')
    expect(await college.attainments()).toHaveLength(2)
  })

  it('that goes round in a circle ends nothing', async () => {
    await linkByHand('1')
    await merge('1', '2')
    await college.rows('insert into people_deduplication_audit values (99, 2, 1)')
    expect((await college.download('2', [maths]))[0]?.status).toBe('Same')
  })

  it('has records that an undo leaves where they are, and says so', async () => {
    const id = await linkByHand('1')
    await merge('1', '2')
    expect(await college.updates.undo(id, admin)).toMatchObject({
      result: { restored: 0, kept: [{ reason: expect.stringContaining('merged') }] },
    })
    expect(await college.attainments()).toEqual([
      expect.objectContaining({ person: '2', grade: '6' }),
    ])
  })

  it('keeps the links through the daily upkeep, as long as the kept one is there', async () => {
    await linkByHand('1')
    await merge('1', '2')
    await merge('2', '3')
    expect(await purge()).toEqual({ kind: 'forgotten', learners: 0 })
    expect(await linked()).toEqual([{ person: '1' }])
    await college.rows('delete from attainments; delete from people where person_code = 3')
    expect(await purge()).toEqual({ kind: 'forgotten', learners: 1 })
    expect(await linked()).toEqual([])
  })
})

describe('a learner whom ebs deleted', () => {
  it('is forgotten by the daily upkeep, links and undo images alike', async () => {
    await linkByHand('1')
    for (const code of ['2', '3']) {
      const [row] = await college.download(code, [maths])
      await college.update({ rowKeys: [row?.rowKey ?? ''] }, `key-${(key += 1)}`)
    }
    await college.rows('delete from attainments where per_person_code = 2')
    await college.rows('delete from people where person_code = 2')
    expect(await purge()).toEqual({ kind: 'forgotten', learners: 1 })
    expect(await linked()).toEqual([{ person: '1' }, { person: '3' }])
    expect(
      await college.rows(
        'select person_code::text as person from plr_link.undo_images order by person_code',
      ),
    ).toEqual([{ person: '1' }, { person: '3' }])
  })

  it('is not believed to be deleted where very many are: PEOPLE may not be seen whole', async () => {
    await college.rows(
      `insert into plr_link.links select ${college.link.databaseId}, n, 'NPD:1', '1', now() from generate_series(1, 60) as n`,
    )
    expect(await purge()).toEqual({ kind: 'doubtful', missing: 57, linked: 60 })
    expect(await linked()).toHaveLength(60)
  })
})
