/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen, within } from '@testing-library/react'
import type { UpdateEntry, UpdateList } from '../../../../contract/index.ts'
import { ApiError } from '../../../api/problem.ts'
import { QuestionDialog } from '../dialogs/QuestionDialog.tsx'
import { show } from '../../testing/render.tsx'
import { createScene } from '../../testing/scene.ts'
import { useStore } from '../../store.ts'
import type { Model } from '../../model.ts'
import { TrailPanel } from './TrailPanel.tsx'

const entry: UpdateEntry = {
  id: 'run-1',
  who: 'Alex Admin',
  at: '2026-01-05T10:00:00Z',
  processed: 4,
  inserted: 1,
  updated: 3,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  undone: null,
}

/** The panel with the pane's questions over it, as in the pane. */
function Trail({ model }: { readonly model: Model }) {
  const question = useStore(model.desk.questions.open)
  return (
    <>
      <TrailPanel model={model} />
      {question ? (
        <QuestionDialog question={question} words={model.desk.words} environment="train" />
      ) : null}
    </>
  )
}

describe('earlier updates', () => {
  it('stay closed when their answer comes after they were', async () => {
    const scene = createScene()
    let tell: (list: UpdateList) => void = () => undefined
    scene.api.updates = () =>
      new Promise((resolve) => {
        tell = resolve
      })
    const { trail } = scene.model
    const opening = trail.open()
    trail.close()
    tell({ updates: [entry], total: 1 })
    await opening
    expect(trail.state.get()).toEqual({ kind: 'closed' })
  })

  it('are undone without an open session, and say what became of it', async () => {
    const scene = createScene()
    scene.api.list = { updates: [entry], total: 1 }
    const user = show(<Trail model={scene.model} />)
    await act(() => scene.model.trail.open())
    const list = await screen.findByRole('list', { name: 'Earlier updates' })
    expect(within(list).getByText('1 inserted, 3 updated')).toBeTruthy()
    await user.click(within(list).getByText('Undo this update'))
    const dialog = await screen.findByRole('dialog', { name: 'Undo this update?' })
    expect(within(dialog).getByText('Environment: train')).toBeTruthy()
    const undone = { who: 'Ada Admin', at: '2026-01-06T10:00:00Z' }
    scene.api.list = { updates: [{ ...entry, undone }], total: 1 }
    await user.click(within(dialog).getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/^Undone .* by Ada Admin/)).toBeTruthy()
    expect(scene.api.asked.undone).toEqual(['run-1'])
    expect(await screen.findByText(/1 row restored in ebs/)).toBeTruthy()
  })

  it('stay as they are when no answer comes about an undo', async () => {
    const scene = createScene()
    scene.api.list = { updates: [entry], total: 1 }
    const user = show(<Trail model={scene.model} />)
    await act(() => scene.model.trail.open())
    const lost = () => Promise.reject(new ApiError({ kind: 'unreachable' }))
    scene.api.undo = lost
    scene.api.updates = lost
    await user.click(await screen.findByText('Undo this update'))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/No answer came about the undo/)).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Earlier updates' })).toBeTruthy()
  })
})
