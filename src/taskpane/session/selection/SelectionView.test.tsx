/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import type { Me } from '../../../../contract/index.ts'
import { openSession, show } from '../../testing/render.tsx'
import { createScene } from '../../testing/scene.ts'
import { SelectionView } from './SelectionView.tsx'

/** Two learners, of each a new row and one that needs a decision; all rows selected unless told. */
async function open(parts: Partial<Me> = {}, select = true) {
  const scene = createScene(parts)
  const state = await openSession(scene, ['1', '2'])
  const user = show(<SelectionView model={scene.model} open={state} />)
  if (select) {
    await act(async () => {
      scene.workbook.session()?.select(() => true)
      await state.follower.look()
    })
  }
  return { scene, state, user }
}
const update = () => screen.queryByRole('button', { name: 'Update Selected' })

describe('what is selected in the sheet', () => {
  it('is counted, with what Update would do and who needs a decision', async () => {
    await open()
    expect(screen.getByText('4 rows · 2 learners')).toBeTruthy()
    expect(screen.getByText('2 would be inserted')).toBeTruthy()
    expect(screen.getByRole('button', { name: /2 need a decision/ })).toBeTruthy()
    expect(update()).toHaveProperty('disabled', false)
  })

  it('follows rows that are sorted or deleted under the selection', async () => {
    const { scene, state } = await open({}, false)
    const session = scene.workbook.session()
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
    await act(async () => {
      session?.select(({ personCode, status }) => personCode === '1' && status === 'New')
      await settled()
    })
    expect(await screen.findByText('1 would be inserted')).toBeTruthy()
    const before = state.follower.inHand.get()
    await act(async () => {
      session?.reorder((one, other) => Number(other.personCode) - Number(one.personCode))
      await settled()
    })
    const after = state.follower.inHand.get()
    expect([before?.values.personCode, after?.values.personCode]).toEqual(['1', '2'])
    expect(after?.position).toBe(before?.position)
    await act(async () => {
      session?.deleteRows(() => true)
      await settled()
    })
    expect(screen.queryByText(/would be inserted/)).toBeNull()
    expect(state.follower.inHand.get()).toBeNull()
  })

  it('leads to the decisions, and shows them once they are made', async () => {
    const { scene, user } = await open()
    scene.answer('decisions', ({ rows, answer }) => {
      answer(rows.map(({ rowKey }) => ({ rowKey, take: 'write' })))
    })
    await user.click(screen.getByRole('button', { name: /2 need a decision/ }))
    expect(await screen.findByRole('button', { name: /^2 decided/ })).toBeTruthy()
    expect(await screen.findByText('4 would be inserted')).toBeTruthy()
    expect(scene.asked).toEqual(['decisions'])
  })

  it('cannot be updated while nothing is selected', async () => {
    await open({}, false)
    expect(update()).toHaveProperty('disabled', true)
    expect(screen.getByText(/Select some in the sheet/)).toBeTruthy()
  })

  it('cannot be updated while writing is off, and says why', async () => {
    await open({ write: { on: false, reason: 'The college has not switched writing on.' } })
    expect(update()).toHaveProperty('disabled', true)
    const why = 'The college has not switched writing on.'
    expect(screen.getByText(why, { selector: 'p' })).toBeTruthy()
  })

  it('is only looked at by a User, who is told which role can update', async () => {
    await open({ role: 'User' })
    expect(update()).toBeNull()
    expect(screen.getByText(/takes the role Attainments \(PLR\) Admin/)).toBeTruthy()
    expect(screen.queryByText(/would be/)).toBeNull()
  })

  it('is all rows, or all of one status, at a click', async () => {
    const { user } = await open({}, false)
    await user.click(screen.getByRole('button', { name: 'Select All' }))
    expect(await screen.findByText('4 rows · 2 learners')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Select by status' }))
    await user.click(await screen.findByRole('menuitem', { name: 'All New (2)' }))
    expect(await screen.findByText('2 rows · 2 learners')).toBeTruthy()
  })
})
