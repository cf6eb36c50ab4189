import { describe, expect, it } from '@jest/globals'
import { learnerOf, learnersOf } from '../testing/people.ts'
import { createScene } from '../testing/scene.ts'
import type { Scene } from '../testing/scene.ts'
import { startDownload } from './startDownload.ts'

async function download(scene: Scene, learners = learnersOf(3)) {
  let started = 0
  const { desk, room, runs } = scene.model
  await startDownload(desk, room, runs, learners, () => {
    started += 1
  })
  return started
}
const codesInSheet = (scene: Scene) => [
  ...new Set(
    scene.workbook
      .session()
      ?.rows()
      .map(({ personCode }) => personCode),
  ),
]

describe('starting a download', () => {
  it('asks nothing in an unsaved workbook without a session', async () => {
    const scene = createScene()
    expect(await download(scene)).toBe(1)
    expect(scene.asked).toEqual([])
    expect(codesInSheet(scene)).toEqual(['1000', '1001', '1002'])
    expect(scene.workbook.session()?.environment).toBe('train')
  })

  it('adds to a session that is open, replacing who is there already', async () => {
    const scene = createScene()
    await download(scene)
    scene.answer('session-open', ({ mayAdd, answer }) => {
      answer(mayAdd ? 'add' : 'cancel')
    })
    await download(scene, [learnerOf({ personCode: '1002' }), learnerOf({ personCode: '2000' })])
    expect(codesInSheet(scene).sort()).toEqual(['1000', '1001', '1002', '2000'])
    expect(scene.workbook.session()?.rows()).toHaveLength(8)
  })

  it('starts again as Close does', async () => {
    const scene = createScene()
    await download(scene)
    const first = scene.workbook.session()
    first?.columnsOfUser.push('My note')
    scene.answer('session-open', ({ userColumns, answer }) => {
      expect(userColumns).toEqual(['My note'])
      answer('again')
    })
    await download(scene, [learnerOf({ personCode: '2000' })])
    expect(first?.closed()).toBe(true)
    expect(codesInSheet(scene)).toEqual(['2000'])
  })

  it('leaves the session alone when the new one may not be in this workbook after all', async () => {
    const scene = createScene()
    await download(scene)
    scene.workbook.saved = 'saved'
    scene.answer('session-open', ({ answer }) => {
      answer('again')
    })
    scene.answer('saved-workbook', ({ answer }) => {
      answer('cancel')
    })
    expect(await download(scene, [learnerOf({ personCode: '2000' })])).toBe(0)
    expect(codesInSheet(scene)).toEqual(['1000', '1001', '1002'])
  })

  it.each([
    ['ask', true],
    ['refuse', false],
  ] as const)('asks about a saved workbook where the site says %s', async (savedWorkbook, may) => {
    const scene = createScene({ savedWorkbook })
    scene.workbook.saved = 'autosaved'
    scene.answer('saved-workbook', ({ mayUse, autosaved, answer }) => {
      expect([mayUse, autosaved]).toEqual([may, true])
      answer('new')
    })
    expect(await download(scene)).toBe(0)
    expect(scene.workbook.newWorkbooks()).toBe(1)
    expect(scene.api.asked.downloads).toEqual([])
  })

  it('does not ask where the site allows saved workbooks', async () => {
    const scene = createScene({ savedWorkbook: 'allow' })
    scene.workbook.saved = 'saved'
    expect(await download(scene)).toBe(1)
    expect(scene.asked).toEqual([])
  })

  it('leaves out whom the person does not confirm', async () => {
    const scene = createScene()
    scene.answer('privacy-notice', ({ learners, total, answer }) => {
      expect(learners.map(({ why }) => why)).toEqual(['privacy notice not seen'])
      expect(total).toBe(2)
      answer('without')
    })
    await download(scene, [
      learnerOf({ personCode: '1', abilityToShare: '0' }),
      learnerOf({ personCode: '2' }),
    ])
    expect(scene.api.asked.downloads).toEqual([['2']])
  })

  it('says before it starts that the session would hold too many', async () => {
    const scene = createScene()
    scene.answer('session-open', ({ answer }) => {
      answer('add')
    })
    await download(scene)
    const many = learnersOf(4999).map((each, at) => ({ ...each, personCode: String(50_000 + at) }))
    expect(await download(scene, many)).toBe(0)
    expect(scene.model.desk.message.get()?.text).toContain('5,002 learners')
    expect(scene.api.asked.downloads).toHaveLength(1)
  })
})
