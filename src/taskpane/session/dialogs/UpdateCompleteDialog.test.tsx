/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { pressEscape, show } from '../../testing/render.tsx'
import { createWords } from '../../words.ts'
import { UpdateCompleteDialog } from './UpdateCompleteDialog.tsx'

const counts = { inserted: 1214, updated: 2, unchanged: 1, skipped: 0, failed: 0 }
const answer = jest.fn<(choice: 'ok' | 'undo') => void>()

function open(parts: {
  skipped?: number
  undoable?: boolean
  reasons?: { reason: string; count: number }[]
}) {
  answer.mockClear()
  const { skipped = 0, undoable = true, reasons = [] } = parts
  const question = {
    kind: 'update-complete' as const,
    counts: { ...counts, skipped },
    reasons,
    undoable,
    answer,
  }
  return show(
    <UpdateCompleteDialog question={question} words={createWords('en-GB')} where={<p>train</p>} />,
  )
}
const figure = (name: string) =>
  within(
    screen.getByRole('row', { name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`) }),
  ).getByRole('cell').textContent

describe('Update complete', () => {
  it('counts what was processed, updated and left, and says why', async () => {
    const user = open({ skipped: 3, reasons: [{ reason: 'Left out, as decided.', count: 3 }] })
    expect(screen.getByRole('dialog', { name: 'Update complete' })).toBeTruthy()
    expect(figure('Records processed')).toBe('1,220')
    expect(figure('Records updated')).toBe('1,216')
    expect(figure('Not updated (no changes)')).toBe('1')
    expect(figure('Skipped')).toBe('3')
    expect(screen.queryByRole('row', { name: /Failed/ })).toBeNull()
    await user.click(screen.getByText('Why'))
    expect(screen.getByText(/3 × Left out, as decided\./)).toBeTruthy()
    expect(screen.getByText('train')).toBeTruthy()
  })

  it('goes away by OK and by Escape, changing nothing', async () => {
    const user = open({})
    await user.click(screen.getByRole('button', { name: 'OK' }))
    pressEscape()
    expect(answer.mock.calls).toEqual([['ok'], ['ok']])
  })

  it('can be undone at once, when something was written', async () => {
    const user = open({})
    await user.click(screen.getByRole('button', { name: 'Undo this update' }))
    expect(answer.mock.calls).toEqual([['undo']])
  })

  it('offers no undo when nothing was written', () => {
    open({ undoable: false })
    expect(screen.queryByRole('button', { name: 'Undo this update' })).toBeNull()
  })
})
