/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { act, cleanup, screen, within } from '@testing-library/react'
import { refused } from '../testing/fakeApi.ts'
import { learnerOf, learnersOf } from '../testing/people.ts'
import { show } from '../testing/render.tsx'
import { createScene } from '../testing/scene.ts'
import type { Scene } from '../testing/scene.ts'
import { LearnersScreen } from './LearnersScreen.tsx'

function open(scene: Scene) {
  scene.api.learnerFields = () =>
    Promise.resolve([{ name: 'surname', label: 'Surname', type: 'text', operators: ['='] }])
  let started = 0
  const user = show(
    <LearnersScreen
      model={scene.model}
      onStart={() => {
        started += 1
      }}
    />,
  )
  return { user, started: () => started }
}
const search = () => screen.findByRole('button', { name: 'Search' })

describe('the Learners screen', () => {
  it('searches, selects as a list of Windows does, and downloads what is selected', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(5)
    const { user, started } = open(scene)
    await user.click(await search())
    const rows = within(await screen.findByRole('grid', { name: 'Learners' })).getAllByRole('row')
    expect(rows).toHaveLength(5)
    await user.click(screen.getByText('Learner 1, Bea'))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByText('Learner 3, Bea'))
    await user.keyboard('{/Shift}')
    expect(screen.getByText('5 learners · 3 selected')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Attainments (PLR) Download (3)' }))
    await act(() => Promise.resolve())
    expect(started()).toBe(1)
    expect(scene.api.asked.downloads).toEqual([['1001', '1002', '1003']])
  })

  it('brings what each search found into sight, and leaves the list alone otherwise', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(3)
    const seen: (string | null)[] = []
    const scrolls = jest
      .spyOn(HTMLElement.prototype, 'scrollIntoView')
      .mockImplementation(function (this: HTMLElement) {
        seen.push(this.getAttribute('aria-label'))
      })
    const { user } = open(scene)
    await user.click(await search())
    await user.click(await screen.findByText('Learner 1, Bea'))
    expect(seen).toEqual(['Learners'])
    await user.click(await search())
    expect(seen).toEqual(['Learners', 'Learners'])
    scrolls.mockRestore()
  })

  it('downloads nothing while nobody is selected, and says so', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(2)
    const { user } = open(scene)
    await user.click(await search())
    const download = await screen.findByRole('button', { name: 'Attainments (PLR) Download (0)' })
    expect(download).toHaveProperty('disabled', true)
  })

  it('explains the limit and offers the first thousand', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(1213)
    const { user } = open(scene)
    await user.click(await search())
    await user.click(await screen.findByRole('button', { name: 'Select All' }))
    const limit = /1,213 selected; a download takes 1,000/
    expect(screen.getByText(limit, { selector: 'p' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take the first 1,000' }))
    await act(() => Promise.resolve())
    expect(scene.api.asked.downloads.flat()).toHaveLength(1000)
  })

  it('names why somebody cannot be looked up where the ULN would be', async () => {
    const scene = createScene()
    const problem = { code: 'LNK0001', description: 'The learner has no ULN in ebs.' }
    scene.api.learners = [learnerOf({ uln: null, problem })]
    const { user } = open(scene)
    await user.click(await search())
    expect(await screen.findByTitle('The learner has no ULN in ebs.')).toBeTruthy()
  })

  it('says what was searched for when nobody is found', async () => {
    const scene = createScene()
    const { user } = open(scene)
    await screen.findByRole('button', { name: 'Add condition' })
    act(() => {
      const rules = [{ field: 'surname', operator: '=', value: 'Nobody' }]
      scene.model.learners.query.set({ combinator: 'and', rules })
    })
    await user.click(await search())
    expect(await screen.findByText(/Nobody found where Surname/)).toBeTruthy()
  })

  it('does not search with a condition that has no value', async () => {
    const scene = createScene()
    const { user } = open(scene)
    await user.click(await screen.findByRole('button', { name: 'Add condition' }))
    await user.click(await search())
    expect((await screen.findByRole('alert')).textContent).toContain('1 condition without a value')
    expect(scene.api.asked.searches).toBe(0)
  })

  it('looks up a list taken from the sheet, and lists who is not found', async () => {
    const scene = createScene()
    scene.api.learners = [learnerOf({ personCode: '1000' })]
    scene.workbook.texts = ['1000', '4711']
    const { user } = open(scene)
    await user.click(await screen.findByRole('button', { name: 'Use a list from my sheet' }))
    await user.click(screen.getByRole('button', { name: 'Take the selected cells' }))
    await user.click(await screen.findByRole('button', { name: 'Find 2' }))
    expect(await screen.findByLabelText('Not found (1)')).toHaveProperty('value', '4711')
  })

  it('shows nothing while the feature is closed', () => {
    const closed = { code: 'licence-missing', detail: 'No licence.' }
    const scene = createScene({ closed })
    open(scene)
    expect(screen.queryByRole('button', { name: 'Search' })).toBeNull()
  })

  it('searches by Enter in a value', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(2)
    const { user } = open(scene)
    await user.click(await screen.findByRole('button', { name: 'Add condition' }))
    await user.type(await screen.findByRole('textbox', { name: 'Value' }), 'Sm{Enter}')
    expect(await screen.findByRole('grid', { name: 'Learners' })).toBeTruthy()
    expect(scene.api.asked.searches).toBe(1)
  })

  it('keeps nothing of an earlier search to download when the next one is refused', async () => {
    const scene = createScene()
    scene.api.learners = learnersOf(2)
    const { user } = open(scene)
    await user.click(await search())
    await screen.findByRole('grid', { name: 'Learners' })
    scene.api.searchLearners = () =>
      Promise.reject(refused(400, 'bad-request', 'Surname contains: needs at least 2 characters.'))
    await user.click(await search())
    expect(screen.queryByRole('grid', { name: 'Learners' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Download/ })).toBeNull()
    expect(scene.model.desk.message.get()).toEqual({
      tone: 'warning',
      text: 'Surname contains: needs at least 2 characters.',
    })
  })

  it('keeps a pasted list while another tab is open', async () => {
    const scene = createScene()
    const { user } = open(scene)
    await user.click(await screen.findByRole('button', { name: 'Use a list from my sheet' }))
    await user.type(screen.getByLabelText('Person codes or ULNs'), '1042')
    cleanup()
    open(scene)
    expect(screen.getByLabelText('Person codes or ULNs')).toHaveProperty('value', '1042')
  })
})
