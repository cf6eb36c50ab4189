/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { pressEscape, show } from '../../testing/render.tsx'
import { createWords } from '../../words.ts'
import { PrivacyDialog } from './PrivacyDialog.tsx'

function open(named: number, total: number) {
  const answer = jest.fn<(choice: 'all' | 'without' | 'cancel') => void>()
  const learners = Array.from({ length: named }, (_, at) => ({
    personCode: String(1000 + at),
    name: `Learner ${String(at)}`,
    why: 'privacy notice not seen',
  }))
  const question = { kind: 'privacy-notice' as const, learners, total, answer }
  const user = show(<PrivacyDialog question={question} words={createWords('en-GB')} />)
  return { answer, user }
}

describe('the question about the privacy notice', () => {
  it('lets the list of names alone scroll, however long it is', () => {
    open(60, 100)
    const list = screen.getByRole('list', { name: 'Learners concerned' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(20)
    const { overflow, maxHeight } = getComputedStyle(list)
    expect([overflow, maxHeight]).toEqual(['auto', '35vh'])
    expect(list.contains(screen.getByText('and 40 more'))).toBe(false)
  })

  it.each([
    ['Leave them out', 'without'],
    ['Download them too', 'all'],
    ['Cancel', 'cancel'],
  ])('is answered by %s', async (name, choice) => {
    const { answer, user } = open(2, 5)
    await user.click(screen.getByRole('button', { name }))
    expect(answer.mock.calls).toEqual([[choice]])
  })

  it('does not offer to leave everybody out, and is called off by Escape', () => {
    const { answer } = open(2, 2)
    expect(screen.queryByRole('button', { name: 'Leave them out' })).toBeNull()
    pressEscape()
    expect(answer.mock.calls).toEqual([['cancel']])
  })
})
