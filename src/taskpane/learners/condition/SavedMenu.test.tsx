/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import type { SavedCondition } from '../../../../contract/index.ts'
import { show } from '../../testing/render.tsx'
import { createScene } from '../../testing/scene.ts'
import { SavedMenu } from './SavedMenu.tsx'

const conditionOf = (surname: string): SavedCondition['condition'] => ({
  combinator: 'and',
  rules: [{ field: 'surname', operator: '=', value: surname }],
})
const kept: SavedCondition[] = [
  { id: 'own', name: 'My Smiths', shared: false, condition: conditionOf('Smith') },
  { id: 'all', name: 'Leavers', shared: true, condition: conditionOf('Jones') },
]

/** The menu open, over a backend that keeps these conditions. */
async function open() {
  const scene = createScene()
  const saved: SavedCondition[] = []
  const removed: string[] = []
  scene.api.savedConditions = () => Promise.resolve(kept)
  scene.api.saveCondition = (condition) => {
    saved.push(condition)
    return Promise.resolve()
  }
  scene.api.deleteCondition = (id) => {
    removed.push(id)
    return Promise.resolve()
  }
  const { model } = scene
  const user = show(<SavedMenu saved={model.saved} guard={model.desk.guard} />)
  await act(() => model.saved.load())
  await user.click(screen.getByRole('button', { name: 'Saved' }))
  const choose = async (name: string) => user.click(await screen.findByRole('menuitem', { name }))
  return { model, user, choose, saved, removed }
}

describe('saved conditions', () => {
  it('are taken into the builder; shared ones say that they are', async () => {
    const { model, choose } = await open()
    model.learners.pasted.set('1042')
    await choose('Leavers (shared)')
    expect(model.learners.pasted.get()).toBeNull()
    expect(model.learners.query.get().rules).toMatchObject([{ field: 'surname', value: 'Jones' }])
  })

  it('are saved under a name, for oneself or for everybody', async () => {
    const { model, user, choose, saved } = await open()
    await choose('My Smiths')
    await user.click(screen.getByRole('button', { name: 'Saved' }))
    await choose('Save these conditions…')
    const save = screen.getByRole('button', { name: 'Save' })
    expect(save).toHaveProperty('disabled', true)
    await user.type(screen.getByLabelText('Name'), '  Smiths at large ')
    await user.click(screen.getByLabelText('Share with everybody here'))
    expect(screen.getByText(/may hold no names/)).toBeTruthy()
    await user.click(save)
    expect(saved).toEqual([
      { id: 'new-id', name: 'Smiths at large', shared: true, condition: conditionOf('Smith') },
    ])
    expect(model.desk.message.get()).toBeNull()
  })

  it('are replaced when saved under a name they have', async () => {
    const { user, choose, saved } = await open()
    await choose('Save these conditions…')
    await user.type(screen.getByLabelText('Name'), 'My Smiths')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(saved.map(({ id }) => id)).toEqual(['own'])
  })

  it('are removed by name', async () => {
    const { choose, removed } = await open()
    await choose('Remove')
    await choose('Leavers')
    expect(removed).toEqual(['all'])
  })
})
