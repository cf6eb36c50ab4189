import { describe, expect, it } from '@jest/globals'
import { WorkbookError } from '../../../office/workbook/error.ts'
import { refused } from '../../testing/fakeApi.ts'
import { createScene } from '../../testing/scene.ts'
import type { Scene } from '../../testing/scene.ts'
import { ApiError } from '../../../api/problem.ts'
import { gridRowOf } from '../../../api/testing/rows.ts'

const codes = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => String(from + at))

async function begin(scene: Scene, count = 3) {
  const { room, runs, desk } = scene.model
  const session = await room.begin()
  await desk.guard(() => runs.download(session, codes(count)))
  return session
}
const message = (scene: Scene) => scene.model.desk.message.get()
const open = (scene: Scene) => {
  const state = scene.model.room.state.get()
  if (state.kind !== 'open') throw new Error('No session is open')
  return state
}

describe('a run', () => {
  it('writes every learner, counts, and says nothing when all is well', async () => {
    const scene = createScene()
    await begin(scene)
    expect(scene.workbook.session()?.rows()).toHaveLength(6)
    expect(open(scene).counts).toEqual({
      rows: 6,
      learners: 3,
      byStatus: { New: 3, Review: 3 },
    })
    expect(message(scene)).toBeNull()
    expect(scene.model.desk.work.running.get()).toBeNull()
  })

  it('shows how many rows there are while they arrive', async () => {
    const scene = createScene()
    const { room, desk } = scene.model
    const seen: number[] = []
    room.state.subscribe(() => {
      const state = room.state.get()
      if (state.kind === 'open' && desk.work.running.get()) seen.push(state.counts.rows)
    })
    await begin(scene)
    expect(seen[0]).toBeGreaterThan(0)
    expect(seen[0]).toBeLessThan(6)
  })

  it('says how many learners have a problem', async () => {
    const scene = createScene()
    scene.api.rowsOf = (personCode) => [gridRowOf({ personCode, status: 'Problem' })]
    await begin(scene, 2)
    expect(message(scene)?.text).toContain('2 learners have a problem')
  })

  it('keeps what came when it is broken off, and goes on with the rest', async () => {
    const scene = createScene()
    scene.api.stopDownload = { after: 1, end: (missing) => ({ kind: 'interrupted', missing }) }
    await begin(scene)
    expect(open(scene).wanted).toEqual(['2', '3'])
    expect(message(scene)?.text).toContain('1 learner in the sheet, 2 learners missing')
    message(scene)?.action?.run()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(scene.api.asked.downloads).toEqual([codes(3), ['2', '3']])
    expect(open(scene).wanted).toEqual([])
    expect(message(scene)).toBeNull()
  })

  it('says why the whole download failed', async () => {
    const scene = createScene()
    scene.api.stopDownload = {
      after: 2,
      end: (missing) => ({ kind: 'failed', code: 'WSEC0005', detail: 'LRS refuses.', missing }),
    }
    await begin(scene)
    expect(message(scene)).toMatchObject({ tone: 'error', reference: 'WSEC0005' })
    expect(scene.workbook.session()?.rows()).toHaveLength(4)
  })

  it('asks again for learners whose rows somebody edited meanwhile', async () => {
    const scene = createScene()
    const session = await scene.model.room.begin()
    scene.workbook.session()?.refuseNext({ again: ['1'] })
    await scene.model.runs.download(session, codes(2))
    expect(scene.api.asked.downloads).toEqual([codes(2), ['1']])
    expect(open(scene).wanted).toEqual([])
  })

  it('stops when the sheet is full', async () => {
    const scene = createScene()
    const session = await scene.model.room.begin()
    scene.workbook.session()?.refuseNext({ notWritten: ['1'] })
    await scene.model.runs.download(session, codes(2))
    expect(message(scene)?.text).toContain('The sheet is full')
    expect(open(scene).wanted).toContain('1')
  })

  it('says what Excel says when it refuses', async () => {
    const scene = createScene()
    const session = await scene.model.room.begin()
    const error = new WorkbookError('protected', 'The sheet is protected. Take that off.')
    scene.workbook.session()?.refuseNext({ error })
    await scene.model.runs.download(session, codes(2))
    expect(message(scene)?.text).toContain('The sheet is protected. Take that off.')
  })

  it.each([true, false])(
    'ends the session when its sheet was deleted meanwhile, and a new download starts afresh (told %s)',
    async (told) => {
      const scene = createScene()
      const session = await scene.model.room.begin()
      const fake = scene.workbook.session()
      fake?.deleteSheet(told)
      await scene.model.runs.download(session, codes(2))
      expect(message(scene)?.text).toMatch(/sheet was deleted.*new download starts a new session/)
      expect(message(scene)?.text).not.toContain('missing')
      expect(message(scene)?.action).toBeUndefined()
      expect(scene.model.room.state.get()).toEqual({ kind: 'none', copies: [] })
      expect(fake?.closed()).toBe(true)
      await begin(scene, 1)
      expect(open(scene).counts.learners).toBe(1)
    },
  )

  it('refreshes all learners in runs of a thousand, and lets those go whose rows were deleted', async () => {
    const scene = createScene()
    await begin(scene, 1500)
    expect(scene.api.asked.downloads.map(({ length }) => length)).toEqual([1000, 500])
    scene.workbook.session()?.deleteRows(({ personCode }) => personCode === '7')
    await scene.model.runs.refresh()
    expect(scene.api.asked.downloads.map(({ length }) => length)).toEqual([1000, 500, 1000, 499])
    expect(open(scene).counts.learners).toBe(1499)
    expect(message(scene)?.text).toContain('1 learner left the session')
  })

  it('says of a refresh that was broken off whose rows are still the ones read before', async () => {
    const scene = createScene()
    await begin(scene, 4)
    scene.api.stopDownload = { after: 1, end: (missing) => ({ kind: 'interrupted', missing }) }
    await scene.model.runs.refresh()
    expect(message(scene)?.text).toBe(
      'The connection is lost. 1 learner read anew, 3 learners as before. Go on when it is back.',
    )
  })

  it('tells those who were read before from those who are missing', async () => {
    const scene = createScene()
    const session = await begin(scene, 2)
    scene.api.stopDownload = { after: 1, end: (missing) => ({ kind: 'cancelled', missing }) }
    await scene.model.runs.download(session, codes(4))
    expect(message(scene)?.text).toBe(
      'Cancelled. 1 learner read anew, 1 learner as before, 2 learners missing.',
    )
  })

  it('says so when rows are edited whenever they are to be written', async () => {
    const scene = createScene()
    const session = await scene.model.room.begin()
    const download = scene.api.download.bind(scene.api)
    scene.api.download = (personCodes, perRequest, signal) => {
      scene.workbook.session()?.refuseNext({ again: ['1'] })
      return download(personCodes, perRequest, signal)
    }
    await scene.model.runs.download(session, codes(1))
    expect(scene.api.asked.downloads).toHaveLength(3)
    expect(message(scene)?.text).toBe(
      'The sheet was sorted or edited whenever rows were to be written. 0 learners in the sheet, 1 learner missing. Go on when it rests.',
    )
    expect(message(scene)?.action?.label).toBe('Go on')
  })

  it('asks for a sign-in when it has ended', async () => {
    const scene = createScene()
    scene.api.download = () => {
      throw new ApiError({ kind: 'signed-out' })
    }
    await begin(scene)
    expect(scene.signedOut()).toBe(1)
  })

  it('finds its session again after a reload, and who is still missing', async () => {
    const scene = createScene()
    scene.api.stopDownload = { after: 2, end: (missing) => ({ kind: 'cancelled', missing }) }
    await begin(scene)
    scene.model.room.leave()
    await scene.model.room.look()
    expect(open(scene).wanted).toEqual(['3'])
    await scene.model.runs.goOn()
    expect(open(scene).wanted).toEqual([])
  })

  it('says that a feature is closed, and whom to ask', async () => {
    const scene = createScene()
    scene.api.download = () => {
      throw refused(403, 'licence-missing', 'The licence is missing.')
    }
    await begin(scene)
    expect(message(scene)).toEqual({
      tone: 'warning',
      text: 'The licence is missing. Ask the MIS team.',
      reference: 'licence-missing',
    })
  })
})
