import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { undoResult, updateList } from '../../contract/index.ts'
import { specials } from '../../sandbox/college/specials.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { all, createApi, keysOf, ofType, rowsOf } from '../support/api.ts'
import type { Api } from '../support/api.ts'
import { attainmentsOf } from '../support/ebs.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

let sandbox: Sandbox
let api: Api

beforeAll(async () => {
  sandbox = await startTestSandbox({ learners: 0 })
  api = await createApi(sandbox)
}, startingMs)
afterAll(() => sandbox.stop(), 60_000)

const doneOf = async (rowKeys: readonly string[], key?: string) => {
  const frames = await all(api.update({ rowKeys: [...rowKeys] }, key))
  expect(frames[0]?.type).toBe('started')
  return { frames, rows: ofType(frames, 'row'), done: ofType(frames, 'done')[0]! }
}

describe('an update', () => {
  it('writes new records once, and a second time nothing', async () => {
    const code = specials.allNew
    const keys = keysOf(await rowsOf(api, [code]))
    const first = await doneOf(keys)
    expect(first.done).toMatchObject({ processed: keys.length, inserted: keys.length, failed: 0 })
    const stored = await attainmentsOf(sandbox.ebsUrl, [code])
    expect(stored).toHaveLength(keys.length)
    expect(stored[0]).toMatchObject({
      description: 'GCSE (9-1) in English Language',
      grade: '6',
      date_awarded: '2026-08-20',
      fes_qualification_aim: '60142923',
      source: 'PLR data',
      atype_attainment_type_code: 'PLR',
      created_by: 'ADMIN',
    })

    expect((await doneOf(keys)).done).toMatchObject({ unchanged: keys.length, inserted: 0 })
    const again = await rowsOf(api, [code])
    expect(again.map(({ status }) => status)).toEqual(keys.map(() => 'Same'))
    expect((await doneOf(keysOf(again))).done).toMatchObject({ unchanged: keys.length })
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toEqual(stored)
  })

  it('changes the records of ebs’s own import and leaves their type, source and maker alone', async () => {
    const code = specials.importedOtherGrade
    const before = await attainmentsOf(sandbox.ebsUrl, [code])
    const { done } = await doneOf(keysOf(await rowsOf(api, [code])))
    expect(done).toMatchObject({ updated: 3, inserted: 0 })
    const after = await attainmentsOf(sandbox.ebsUrl, [code])
    expect(after.map(({ grade }) => grade)).toEqual(['6', '5', '7'])
    expect(after.map((row) => [row.attainment_code, row.source, row.created_by])).toEqual(
      before.map((row) => [row.attainment_code, row.source, row.created_by]),
    )
  })

  it('leaves rows that need a decision, says why, and writes them when it is given', async () => {
    const code = specials.participationOnly
    const keys = keysOf(await rowsOf(api, [code]))
    const { rows, done } = await doneOf(keys)
    expect(done.skipped).toBe(keys.length)
    expect(rows.every(({ reason }) => reason !== null && reason !== '')).toBe(true)
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toEqual([])

    const decisions = [{ rowKey: keys[0]!, take: 'write' as const }]
    const frames = await all(api.update({ rowKeys: keys, decisions }))
    expect(ofType(frames, 'done')[0]).toMatchObject({ inserted: 1, skipped: keys.length - 1 })
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toMatchObject([
      { grade: null, date_awarded: null, source: 'PLR data' },
    ])
  })

  it('answers the same key with the same rows, and another request under it with 422', async () => {
    const keys = keysOf(await rowsOf(api, [specials.apostrophe]))
    const key = randomUUID()
    const first = await doneOf(keys, key)
    const repeated = await doneOf([...keys].reverse(), key)
    expect(repeated.done).toEqual(first.done)
    const byKey = (rows: typeof first.rows) =>
      [...rows].sort((a, b) => a.rowKey.localeCompare(b.rowKey))
    expect(byKey(repeated.rows)).toEqual(byKey(first.rows))
    const other = await api.ask('/api/updates', {
      body: { rowKeys: keys.slice(1) },
      headers: { 'idempotency-key': key },
    })
    expect(other.status).toBe(422)
  })

  it('fails a key that is not ours and goes on with the others', async () => {
    const keys = keysOf(await rowsOf(api, [specials.accents]))
    const { rows } = await doneOf([...keys, 'not-a-row-key'])
    const bad = rows.find(({ rowKey }) => rowKey === 'not-a-row-key')
    expect(bad).toMatchObject({ outcome: 'failed' })
    expect(rows).toHaveLength(keys.length + 1)
  })

  it('shows beforehand what it would do, and writes nothing meanwhile', async () => {
    const code = specials.imported
    const before = await attainmentsOf(sandbox.ebsUrl, [code])
    const calls = sandbox.lrs.now().calls().length
    const keys = keysOf(await rowsOf(api, [code, specials.twoSources]))
    const asked = sandbox.lrs.now().calls().length
    const frames = await all(api.preview({ rowKeys: keys }))
    const rows = ofType(frames, 'row')
    expect(rows.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['unchanged', 'inserted', 'skipped']),
    )
    const inserted = rows.find(({ outcome }) => outcome === 'inserted')!
    expect(inserted.changes).toContainEqual(expect.objectContaining({ from: null, to: '6' }))
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toEqual(before)
    expect(await attainmentsOf(sandbox.ebsUrl, [specials.twoSources])).toEqual([])
    expect(sandbox.lrs.now().calls().length).toBe(asked)
    expect(asked - calls).toBe(2)
  })

  it('stands in the list of updates and can be undone once', async () => {
    const code = specials.foreignTitle
    const keys = keysOf(await rowsOf(api, [code]))
    const { done } = await doneOf(keys)
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toHaveLength(2)
    const list = updateList.parse((await api.ask('/api/updates')).body)
    expect(list.updates[0]).toMatchObject({ id: done.id, inserted: 2, undone: null })

    const undone = await api.ask(`/api/updates/${done.id}/undo`, { method: 'POST' })
    expect(undoResult.parse(undone.body)).toEqual({ id: done.id, restored: 2, kept: [] })
    expect(await attainmentsOf(sandbox.ebsUrl, [code])).toEqual([])
    expect((await api.ask(`/api/updates/${done.id}/undo`, { method: 'POST' })).status).toBe(409)
    expect((await api.ask('/api/updates/none/undo', { method: 'POST' })).status).toBe(404)
  })

  it('whose client goes away leaves its key free at once, and is resumed with all of its rows', async () => {
    // The last of these: it writes for everybody.
    const keys = keysOf(await rowsOf(api, Object.values(specials)))
    const key = randomUUID()
    for (const rows of [0, 1, 30]) {
      let seen = 0
      for await (const frame of api.update({ rowKeys: keys }, key)) {
        if (frame.type === 'row') seen += 1
        if (seen >= rows) break
      }
    }
    const { rows, done } = await doneOf(keys, key)
    expect(new Set(rows.map(({ rowKey }) => rowKey))).toEqual(new Set(keys))
    expect(done.processed).toBe(new Set(keys).size)
  })
})
