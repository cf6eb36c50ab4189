import { describe, expect, it } from '@jest/globals'
import { ApiError } from '../../../api/problem.ts'
import { WorkbookError } from '../../../office/workbook/error.ts'
import type { OutcomeTally } from '../../frame/questions.ts'
import { refused } from '../../testing/fakeApi.ts'
import { createScene } from '../../testing/scene.ts'
import type { Scene } from '../../testing/scene.ts'

async function begin(scene: Scene, count = 3) {
  const { room, runs } = scene.model
  const session = await room.begin()
  await runs.download(
    session,
    Array.from({ length: count }, (_, at) => String(at + 1)),
  )
}
const statuses = (scene: Scene) =>
  scene.workbook
    .session()
    ?.rows()
    .map(({ rowKey, status }) => `${rowKey ?? ''} ${status}`)
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('updating the selected rows', () => {
  it('writes the rows, marks them in the sheet and says what was done', async () => {
    const scene = createScene()
    await begin(scene)
    let counts: OutcomeTally | null = null
    scene.answer('update-complete', (question) => {
      ;({ counts } = question)
      question.answer('ok')
    })
    scene.workbook.session()?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    expect(scene.asked).toEqual(['update-complete'])
    expect(counts).toEqual({ inserted: 3, updated: 0, unchanged: 0, skipped: 0, failed: 0 })
    expect(statuses(scene)?.filter((each) => each.includes('-a'))).toEqual([
      '1-a Inserted',
      '2-a Inserted',
      '3-a Inserted',
    ])
  })

  it('asks about rows that need a decision and leaves them out unless told otherwise', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('review', ({ review, rows, answer }) => {
      expect([review, rows]).toEqual([1, 2])
      answer('leave')
    })
    scene.answer('update-complete', ({ reasons, answer }) => {
      expect(reasons).toEqual([{ reason: 'Needs a decision: The grade is lower.', count: 1 }])
      answer('ok')
    })
    scene.workbook.session()?.select(() => true)
    await scene.model.updates.updateSelected()
    expect(statuses(scene)).toEqual(['1-a Inserted', '1-b Skipped'])
  })

  it('writes them too when told to', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('review', ({ answer }) => {
      answer('write')
    })
    scene.answer('update-complete', ({ answer }) => {
      answer('ok')
    })
    scene.workbook.session()?.select(() => true)
    await scene.model.updates.updateSelected()
    expect(statuses(scene)).toEqual(['1-a Inserted', '1-b Inserted'])
  })

  it('asks again about rows that were left out before', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('review', ({ answer }) => {
      answer('leave')
    })
    scene.answer('update-complete', ({ answer }) => {
      answer('ok')
    })
    scene.workbook.session()?.select(() => true)
    await scene.model.updates.updateSelected()
    await scene.model.updates.updateSelected()
    expect(scene.asked).toEqual(['review', 'update-complete', 'review', 'update-complete'])
  })

  it('writes nothing when the person thinks better of it', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('review', ({ answer }) => {
      answer('cancel')
    })
    scene.workbook.session()?.select(() => true)
    await scene.model.updates.updateSelected()
    expect(statuses(scene)).toEqual(['1-a New', '1-b Review'])
  })

  it('is one at a time, from the first look at the rows on', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('review', ({ answer }) => {
      answer('leave')
    })
    scene.answer('update-complete', ({ answer }) => {
      answer('ok')
    })
    scene.workbook.session()?.select(() => true)
    const { updates } = scene.model
    await Promise.all([updates.updateSelected(), updates.updateSelected()])
    expect(scene.asked).toEqual(['review', 'update-complete'])
    expect(scene.api.asked.decisions).toHaveLength(1)
  })

  it('can be cancelled while rows are compared, and says nothing then', async () => {
    const scene = createScene()
    await begin(scene, 1)
    const { desk, updates } = scene.model
    scene.api.preview = async function* (_keys, _decisions, _size, signal) {
      desk.work.cancel()
      await Promise.resolve()
      signal.throwIfAborted()
      yield* []
    }
    scene.workbook.session()?.select(() => true)
    await desk.guard(updates.updateSelected)
    expect(desk.message.get()).toBeNull()
    expect(scene.asked).toEqual([])
    expect(desk.work.running.get()).toBeNull()
  })

  it('says when nothing that could be written is selected', async () => {
    const scene = createScene()
    await begin(scene, 1)
    await scene.model.updates.updateSelected()
    expect(scene.model.desk.message.get()?.text).toContain('no learning events')
  })

  it('keeps what was written when it is cut short, goes on, and counts all of it', async () => {
    const scene = createScene()
    await begin(scene, 4)
    let processed = 0
    scene.answer('update-complete', ({ counts, answer }) => {
      processed = counts.inserted
      answer('ok')
    })
    scene.api.stopUpdate = { after: 2, end: { kind: 'interrupted' } }
    scene.workbook.session()?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    const said = scene.model.desk.message.get()
    expect(said?.text).toContain('2 rows processed so far')
    expect(statuses(scene)?.filter((each) => each.endsWith('Inserted'))).toHaveLength(2)
    said?.action?.run()
    await settled()
    expect(processed).toBe(4)
    expect(scene.model.desk.message.get()).toBeNull()
  })

  it('goes on with ebs when the sheet takes no outcomes, and says what the sheet does not show', async () => {
    const scene = createScene()
    await begin(scene, 3)
    let processed = 0
    scene.answer('update-complete', ({ counts, answer }) => {
      processed = counts.inserted
      answer('ok')
    })
    const session = scene.workbook.session()
    if (session) session.outcomesRefused = new WorkbookError('protected', 'The sheet is protected.')
    session?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    expect(processed).toBe(3)
    expect(scene.model.desk.message.get()).toEqual({
      tone: 'warning',
      text: 'ebs has what was updated, but the sheet does not show it on 3 rows. The sheet is protected. Refresh then reads the session anew.',
    })
  })

  it('marks at its end what the sheet would not take for a while', async () => {
    const scene = createScene()
    await begin(scene, 2)
    const session = scene.workbook.session()
    if (!session) throw new Error('no session')
    session.outcomesRefused = new WorkbookError('cell-edit', 'A cell is being edited.')
    const update = scene.api.update.bind(scene.api)
    scene.api.update = async function* (plan, signal) {
      for await (const event of update(plan, signal)) {
        if (event.type === 'end') {
          await settled()
          session.outcomesRefused = null
        }
        yield event
      }
    }
    scene.answer('update-complete', ({ answer }) => {
      answer('ok')
    })
    session.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    expect(statuses(scene)?.filter((each) => each.endsWith('Inserted'))).toHaveLength(2)
    expect(scene.model.desk.message.get()).toBeNull()
  })

  it('says what stands when the backend refuses in the middle, and goes on later', async () => {
    const scene = createScene()
    await begin(scene, 4)
    let processed = 0
    scene.answer('update-complete', ({ counts, answer }) => {
      processed = counts.inserted
      answer('ok')
    })
    const update = scene.api.update.bind(scene.api)
    let calls = 0
    scene.api.update = async function* (plan, signal) {
      calls += 1
      let told = 0
      for await (const event of update(plan, signal)) {
        if (event.type === 'row' && calls === 1 && (told += 1) > 2) {
          throw refused(403, 'write-off', 'Writing is switched off.')
        }
        yield event
      }
    }
    scene.workbook.session()?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    const said = scene.model.desk.message.get()
    expect(said?.text).toBe(
      'Writing is switched off. Ask the MIS team. 2 rows processed so far stand as they are; the rest was not written.',
    )
    expect(said?.reference).toBe('write-off')
    said?.action?.run()
    await settled()
    expect(processed).toBe(4)
  })

  it('marks rows as restored after an undo', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.answer('update-complete', ({ undoable, answer }) => {
      expect(undoable).toBe(true)
      answer('undo')
    })
    scene.workbook.session()?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    expect(statuses(scene)).toEqual(['1-a Restored', '1-b Review'])
    expect(scene.model.desk.message.get()).toMatchObject({ tone: 'success' })
  })

  it.each([
    ['the network', new ApiError({ kind: 'unreachable' })],
    ['a proxy that waits no longer', new ApiError({ kind: 'unreadable', status: 504 })],
  ])('an undo that %s kept the answer of is not said to have failed', async (_, lost) => {
    const scene = createScene()
    scene.api.undo = () => Promise.reject(lost)
    await scene.model.updates.undo('run-1')
    expect(scene.model.desk.message.get()).toEqual({
      tone: 'warning',
      text: 'No answer came about the undo: it may be done, or still going on in ebs. Look at Earlier updates in a minute; undoing it there once more only does what is left.',
    })
    scene.api.undo = () => Promise.reject(refused(503, 'ebs-unavailable', 'ebs does not answer.'))
    await expect(scene.model.updates.undo('run-1')).rejects.toThrow('ebs does not answer.')
  })

  it('says that ebs was restored though the sheet could not be marked', async () => {
    const scene = createScene()
    await begin(scene, 1)
    const session = scene.workbook.session()
    scene.answer('update-complete', ({ answer }) => {
      if (session) session.outcomesRefused = new WorkbookError('protected', 'It is protected.')
      answer('undo')
    })
    session?.select(({ status }) => status === 'New')
    await scene.model.updates.updateSelected()
    expect(scene.model.desk.message.get()).toEqual({
      tone: 'warning',
      text: 'Undone: 1 row restored in ebs. The sheet does not show it. It is protected.',
    })
  })
})

describe('the selection', () => {
  const summary = (scene: Scene) => {
    const state = scene.model.room.state.get()
    return state.kind === 'open' ? state.follower.summary.get() : null
  }

  it('is followed, and previewed once it stands still', async () => {
    const scene = createScene()
    await begin(scene, 2)
    scene.workbook.session()?.select(() => true)
    await settled()
    expect(summary(scene)).toMatchObject({ rows: 4, learners: 2, review: 2 })
    expect(summary(scene)?.preview.kind).toBe('known')
    expect(scene.api.asked.downloads).toHaveLength(1)
  })

  it('is previewed after work that came in between', async () => {
    const scene = createScene()
    await begin(scene, 2)
    scene.workbook.session()?.select(() => true)
    await scene.model.desk.work.run('Exporting', null, settled)
    await settled()
    expect(summary(scene)?.preview.kind).toBe('known')
  })

  it('says why when it cannot be previewed', async () => {
    const scene = createScene()
    await begin(scene, 1)
    scene.api.preview = () => {
      throw refused(503, 'ebs-away', 'ebs does not answer.')
    }
    scene.workbook.session()?.select(() => true)
    await settled()
    expect(summary(scene)?.preview).toEqual({
      kind: 'failed',
      why: 'ebs does not answer. Ask the MIS team.',
    })
  })

  it('asks ebs nothing for somebody who may not update', async () => {
    const scene = createScene({ role: 'User' })
    await begin(scene, 2)
    scene.workbook.session()?.select(() => true)
    await settled()
    expect(summary(scene)).toMatchObject({ rows: 4, preview: { kind: 'none' } })
    expect(scene.api.asked.previews).toEqual([])
  })
})
