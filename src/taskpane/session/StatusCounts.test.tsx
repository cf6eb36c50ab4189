/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import { useStore } from '../store.ts'
import { openSession, show } from '../testing/render.tsx'
import { createScene } from '../testing/scene.ts'
import type { Scene } from '../testing/scene.ts'
import { StatusCounts } from './StatusCounts.tsx'

function Counts({ scene }: { readonly scene: Scene }) {
  const state = useStore(scene.model.room.state)
  return state.kind === 'open' ? <StatusCounts model={scene.model} open={state} /> : null
}

/** Two learners, of each a New row and one for Review. */
async function open() {
  const scene = createScene()
  await openSession(scene, ['1', '2'])
  const user = show(<Counts scene={scene} />)
  return { scene, user, session: scene.workbook.session() }
}
const byHand = (doing: () => void) =>
  act(async () => {
    doing()
    await new Promise((resolve) => setTimeout(resolve, 0))
  })
const button = (name: RegExp | string) => screen.getByRole('button', { name })
const pressed = () =>
  screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)
const nonePressed = () => screen.queryByRole('button', { pressed: true }) === null
const showAll = () => screen.queryByRole('button', { name: 'Show all' })

describe('the rows by status', () => {
  it('are filtered by a click, and by a second one no longer', async () => {
    const { user, session } = await open()
    expect([nonePressed(), showAll()]).toEqual([true, null])
    await user.click(button(/^New 2/))
    expect(pressed()).toEqual(['New 2'])
    await user.click(button(/^Review 2/))
    expect(pressed()).toEqual(['Review 2'])
    await user.click(button(/^Review 2/))
    expect(nonePressed()).toBe(true)
    expect(session?.filters).toEqual([{ status: ['New'] }, { status: ['Review'] }, {}])
  })

  it('say what the user filtered in the sheet, and show all of it', async () => {
    const { user, session } = await open()
    await byHand(() => session?.filterByHand({ any: true, statuses: ['New', 'Review'] }))
    expect(pressed()).toEqual(['New 2', 'Review 2'])
    await byHand(() => session?.filterByHand({ any: true, statuses: [] }))
    expect(nonePressed()).toBe(true)
    await user.click(button('Show all'))
    expect(session?.filters).toEqual([null])
    expect(showAll()).toBeNull()
  })

  it('count again when rows are deleted by hand', async () => {
    const { session } = await open()
    await byHand(() => session?.deleteRows(({ personCode }) => personCode === '2'))
    expect(button(/^New 1/)).toBeTruthy()
  })

  it('say that a filter is on after an update turned its rows into others', async () => {
    const { scene, user, session } = await open()
    await user.click(button(/^New 2/))
    await act(async () => {
      session?.select(({ status }) => status === 'New')
      scene.answer('update-complete', ({ answer }) => {
        answer('ok')
      })
      await scene.model.updates.updateSelected()
    })
    expect(screen.queryByRole('button', { name: /^New/ })).toBeNull()
    expect(showAll()).not.toBeNull()
  })
})
