/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { screen } from '@testing-library/react'
import { pressEscape, show } from '../../testing/render.tsx'
import { createWords } from '../../words.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

function open(likely = 0) {
  const answer = jest.fn<(choice: 'leave' | 'write' | 'each' | 'cancel') => void>()
  const question = { kind: 'review' as const, review: 3, likely, rows: 1200, answer }
  const user = show(<ReviewDialog question={question} words={createWords('en-GB')} where={null} />)
  return { answer, user }
}

describe('the question about rows without a decision', () => {
  it.each([
    ['Leave them out', 'leave'],
    ['Write them too', 'write'],
    ['Decide row by row', 'each'],
    ['Cancel', 'cancel'],
  ])('is answered by %s', async (name, choice) => {
    const { answer, user } = open()
    expect(screen.getByText(/^3 of the 1,200 selected rows need a decision/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name }))
    expect(answer.mock.calls).toEqual([[choice]])
  })

  it('warns of writing a second record, and is called off by Escape', () => {
    const { answer } = open(2)
    expect(screen.getByText(/2 of them look like a record that ebs holds already/)).toBeTruthy()
    pressEscape()
    expect(answer.mock.calls).toEqual([['cancel']])
  })

  it('does not warn where nothing looks like a record', () => {
    open(0)
    expect(screen.queryByText(/record that ebs holds/)).toBeNull()
  })
})
