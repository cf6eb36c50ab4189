import { describe, expect, it } from '@jest/globals'
import type { OutcomeTally, ReasonCount } from '../../frame/questions.ts'
import { createScene } from '../../testing/scene.ts'
import type { Scene } from '../../testing/scene.ts'
import type { OpenState } from '../openSession.ts'
import { rowsToDecide } from '../selection/summary.ts'
import { askDecisions } from './askDecisions.ts'
import { decisionOf } from './rowToDecide.ts'
import type { RowToDecide } from './rowToDecide.ts'

/** A session of three learners, all its rows selected; row b of each needs a decision. */
async function begin(): Promise<{
  scene: Scene
  open: OpenState
  counts: () => OutcomeTally | null
  /** What each "Update complete" said of why rows were left. */
  reasons: (readonly ReasonCount[])[]
}> {
  const scene = createScene()
  scene.api.likely.set('2-b', '501')
  const { room, runs } = scene.model
  await runs.download(await room.begin(), ['1', '2', '3'])
  let counts: OutcomeTally | null = null
  const reasons: (readonly ReasonCount[])[] = []
  scene.answer('update-complete', (question) => {
    ;({ counts } = question)
    reasons.push(question.reasons)
    question.answer('ok')
  })
  scene.workbook.session()?.select(() => true)
  const open = room.state.get()
  if (open.kind !== 'open') throw new Error('no session')
  return { scene, open, counts: () => counts, reasons }
}

const decide = (scene: Scene, how: (row: RowToDecide) => RowToDecide['take']) => {
  scene.answer('decisions', ({ rows, answer }) => {
    answer(rows.map((row) => decisionOf(row, how(row))))
  })
}
const all = ['1-b', '2-b', '3-b']
const takes: Readonly<Record<string, RowToDecide['take']>> = {
  '1-b': 'write',
  '2-b': 'same-as',
  '3-b': 'skip',
}

describe('deciding row by row', () => {
  it('shows whose and what a row is, and what each choice would do', async () => {
    const { scene, open } = await begin()
    let shown: readonly RowToDecide[] = []
    scene.answer('decisions', ({ rows, answer }) => {
      shown = rows
      answer('cancel')
    })
    expect(await askDecisions(scene.model.desk, open, ['1-a', '1-b', '2-b'])).toBe(false)
    expect(shown.map(({ rowKey, take }) => [rowKey, take])).toEqual([
      ['1-b', 'skip'],
      ['2-b', 'skip'],
    ])
    expect(shown[0]).toMatchObject({ write: { kind: 'inserts' }, likely: null })
    expect(shown[1]).toMatchObject({
      learner: 'No name (2)',
      likely: {
        attainmentCode: '501',
        kind: 'updates',
        changes: [{ field: 'GRADE', from: '4', to: '5' }],
      },
    })
    expect(open.decided.about(all)).toEqual([])
  })

  it('is used by the update, which asks nothing more, and adds up', async () => {
    const { scene, open, counts } = await begin()
    decide(scene, ({ rowKey }) => takes[rowKey] ?? 'skip')
    expect(await askDecisions(scene.model.desk, open, all)).toBe(true)
    await scene.model.updates.updateSelected()
    expect(scene.asked).toEqual(['decisions', 'update-complete'])
    expect(scene.api.asked.decisions).toEqual([
      [
        { rowKey: '1-b', take: 'write' },
        { rowKey: '2-b', take: 'same-as', attainmentCode: '501' },
        { rowKey: '3-b', take: 'skip' },
      ],
    ])
    expect(counts()).toEqual({ inserted: 4, updated: 1, unchanged: 0, skipped: 1, failed: 0 })
  })

  it('leaves the one question to rows nobody decided about', async () => {
    const { scene, open, counts } = await begin()
    decide(scene, () => 'write')
    await askDecisions(scene.model.desk, open, ['1-b'])
    scene.answer('review', ({ review, likely, rows, answer }) => {
      expect([review, likely, rows]).toEqual([2, 1, 6])
      answer('leave')
    })
    await scene.model.updates.updateSelected()
    expect(counts()).toMatchObject({ inserted: 4, skipped: 2 })
  })

  it('can be asked for from that question', async () => {
    const { scene, counts } = await begin()
    scene.answer('review', ({ answer }) => {
      answer('each')
    })
    decide(scene, ({ rowKey }) => takes[rowKey] ?? 'skip')
    await scene.model.updates.updateSelected()
    expect(scene.asked).toEqual(['review', 'decisions', 'update-complete'])
    expect(counts()).toMatchObject({ inserted: 4, updated: 1, skipped: 1 })
  })

  it('leaves in the sheet why a row that is left out needed a decision, once', async () => {
    const { scene, open, reasons } = await begin()
    decide(scene, () => 'skip')
    await askDecisions(scene.model.desk, open, all)
    await scene.model.updates.updateSelected()
    await scene.model.updates.updateSelected()
    const left = scene.workbook
      .session()
      ?.rows()
      .filter(({ status }) => status === 'Skipped')
    expect(left?.map(({ reason }) => reason)).toEqual([
      'Left out, as decided. The grade is lower.',
      'Left out, as decided. The grade is lower.',
      'Left out, as decided. The grade is lower.',
    ])
    expect(reasons).toEqual([
      [{ reason: 'Left out, as decided.', count: 3 }],
      [{ reason: 'Left out, as decided.', count: 3 }],
    ])
  })

  it('holds until the row is written: what was left out stays left out, unasked', async () => {
    const { scene, open, counts } = await begin()
    decide(scene, ({ rowKey }) => takes[rowKey] ?? 'skip')
    await askDecisions(scene.model.desk, open, all)
    await scene.model.updates.updateSelected()
    expect(open.decided.about(all)).toEqual([{ rowKey: '3-b', take: 'skip' }])
    scene.api.outcomeOf = () => ({ outcome: 'unchanged', reason: null })
    await scene.model.updates.updateSelected()
    expect(scene.asked).not.toContain('review')
    expect(counts()).toMatchObject({ unchanged: 5, skipped: 1 })
  })

  it('shows in the summary: who is decided, and who is not', async () => {
    const { scene, open } = await begin()
    decide(scene, () => 'skip')
    await askDecisions(scene.model.desk, open, ['1-b'])
    await open.follower.look()
    const { preview } = open.follower.summary.get()
    if (preview.kind !== 'known') throw new Error('not previewed')
    expect(rowsToDecide(preview.known)).toEqual(['2-b', '3-b', '1-b'])
  })
})
