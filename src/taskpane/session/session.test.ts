import { describe, expect, it } from '@jest/globals'
import { refused } from '../testing/fakeApi.ts'
import { createScene } from '../testing/scene.ts'
import type { Scene } from '../testing/scene.ts'
import { closeSession } from './closeSession.ts'
import { completeFigures } from './dialogs/completeFigures.ts'
import { exportSession } from './exportSession.ts'
import { groupProblems } from './problems/problemList.ts'

async function begin(scene: Scene) {
  const session = await scene.model.room.begin()
  await scene.model.runs.download(session, ['1', '2'])
}

describe('closing', () => {
  it('names the user’s own columns and what a saved file keeps, and clears', async () => {
    const scene = createScene()
    await begin(scene)
    const session = scene.workbook.session()
    session?.columnsOfUser.push('My notes')
    scene.workbook.saved = 'autosaved'
    scene.answer('close', ({ userColumns, saved, answer }) => {
      expect([userColumns, saved]).toEqual([['My notes'], true])
      answer('close')
    })
    await closeSession(scene.model.desk, scene.model.room)
    expect(session?.closed()).toBe(true)
    expect(scene.model.room.state.get()).toEqual({ kind: 'none', copies: [] })
  })

  it('asks before it clears a session that can only be closed', async () => {
    const { model, workbook, asked, answer } = createScene()
    let cleared = 0
    const close = () => {
      cleared += 1
      return Promise.resolve()
    }
    workbook.openSession = () => Promise.resolve({ kind: 'damaged', why: 'It is lost.', close })
    await model.room.look()
    let reply: 'keep' | 'close' = 'keep'
    answer('close', (question) => {
      question.answer(reply)
    })
    await closeSession(model.desk, model.room)
    expect([asked, cleared]).toEqual([['close'], 0])
    reply = 'close'
    await closeSession(model.desk, model.room)
    expect(cleared).toBe(1)
    expect(model.room.state.get().kind).toBe('none')
  })

  it('keeps everything when told to', async () => {
    const scene = createScene()
    await begin(scene)
    scene.answer('close', ({ answer }) => {
      answer('keep')
    })
    await closeSession(scene.model.desk, scene.model.room)
    expect(scene.workbook.session()?.rows()).toHaveLength(4)
    expect(scene.model.room.state.get().kind).toBe('open')
  })
})

describe('exporting', () => {
  const choose = (scene: Scene, personalDetails = false) => {
    scene.answer('export', ({ answer }) => {
      answer({ kind: 'csv', personalDetails })
    })
  }

  it('tells the trail before it hands over the file', async () => {
    const scene = createScene()
    await begin(scene)
    choose(scene)
    await exportSession(scene.model.desk, scene.model.room)
    expect(scene.api.asked.exports).toEqual([
      { kind: 'csv', rows: 4, learners: 2, personalDetails: false },
    ])
    expect(scene.files.map(({ name }) => name)).toEqual(['Attainments (PLR) 1970-01-01.csv'])
  })

  it.each([
    [true, 'they stand beside the grid: Total'],
    [false, 'they may hold personal details: My note, Total'],
  ])('says which columns are not in it (personal details %s)', async (personalDetails, left) => {
    const scene = createScene()
    await begin(scene)
    scene.workbook.session()?.columnsOfUser.push('My note')
    scene.workbook.session()?.columnsBeside.push('Total')
    choose(scene, personalDetails)
    await exportSession(scene.model.desk, scene.model.room)
    expect(scene.model.desk.message.get()).toEqual({
      tone: 'success',
      text: `4 rows saved as “Attainments (PLR) 1970-01-01.csv”. Your own columns are not in it, because ${left}.`,
    })
  })

  it('makes no file when it is cancelled', async () => {
    const scene = createScene()
    await begin(scene)
    choose(scene)
    const { desk, room } = scene.model
    scene.api.noteExport = () => {
      desk.work.cancel()
      return Promise.resolve()
    }
    await exportSession(desk, room)
    expect(scene.files).toEqual([])
    expect(desk.message.get()).toBeNull()
  })

  it('makes no file when the trail refuses', async () => {
    const scene = createScene()
    await begin(scene)
    choose(scene)
    scene.api.noteExport = () => Promise.reject(refused(503, 'trail'))
    const { desk, room } = scene.model
    await desk.guard(() => exportSession(desk, room))
    expect(scene.files).toEqual([])
    expect(desk.message.get()?.tone).toBe('error')
  })

  it('does without a trail that is not there', async () => {
    const scene = createScene()
    await begin(scene)
    choose(scene)
    scene.api.noteExport = () => Promise.reject(refused(404, 'not-found'))
    await exportSession(scene.model.desk, scene.model.room)
    expect(scene.files).toHaveLength(1)
  })
})

describe('Update complete', () => {
  it('counts inserts as updated and leaves zeros of trouble out', () => {
    const counts = { inserted: 14, updated: 2, unchanged: 1, skipped: 0, failed: 0 }
    expect(completeFigures(counts)).toEqual([
      { name: 'Records processed', count: 17 },
      { name: 'Records updated', count: 16 },
      { name: 'Not updated (no changes)', count: 1 },
    ])
    const names = completeFigures({ ...counts, skipped: 1, failed: 2 }).map(({ name }) => name)
    expect(names.slice(3)).toEqual(['Skipped', 'Failed'])
  })
})

describe('the list of problems', () => {
  const row = (personCode: string, parts: object) => ({
    personCode,
    surname: null,
    firstName: null,
    reason: null,
    errorCode: null,
    errorDescription: null,
    responseCode: null,
    responseDescription: null,
    ...parts,
  })

  it('groups learners by code, the commonest first, each with its filter', () => {
    const groups = groupProblems([
      row('1', { errorCode: 'LNK0001', errorDescription: 'No ULN.' }),
      row('2', { responseCode: 'WSEC0208', responseDescription: 'Not verified' }),
      row('3', { responseCode: 'WSEC0208', responseDescription: 'Not verified' }),
    ])
    expect(groups).toMatchObject([
      {
        code: 'WSEC0208',
        meaning: 'Not verified',
        personCodes: ['2', '3'],
        filter: { responseCode: ['WSEC0208'] },
      },
      { code: 'LNK0001', advice: null, filter: { errorCode: ['LNK0001'] } },
    ])
    expect(groups[0]?.advice).toContain('names')
  })
})
