/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { act, screen, within } from '@testing-library/react'
import type { Decision } from '../../../../contract/index.ts'
import { pressEscape, show } from '../../testing/render.tsx'
import { createWords } from '../../words.ts'
import { DecisionsPanel } from './DecisionsPanel.tsx'
import type { RowToDecide } from './rowToDecide.ts'

const rowOf = (number: number, parts: Partial<RowToDecide> = {}): RowToDecide => ({
  rowKey: `key-${String(number)}`,
  learner: `Smith, Bea (${String(number)})`,
  facts: ['GCSE Mathematics', 'grade 6', '20 Aug 2026'],
  reason: 'The grade 6 is lower than 9 in ebs.',
  write: { kind: 'updates', changes: [{ field: 'GRADE', from: '9', to: '6' }], reason: null },
  likely: null,
  take: 'skip',
  ...parts,
})
const twin = rowOf(2, {
  write: { kind: 'inserts', changes: [], reason: null },
  likely: { attainmentCode: '501', kind: 'nothing', changes: [], reason: null },
})

function open(rows: readonly RowToDecide[]) {
  const answer = jest.fn<(choice: readonly Decision[] | 'cancel') => void>()
  const user = show(
    <DecisionsPanel
      question={{ kind: 'decisions', rows, answer }}
      words={createWords('en-GB')}
      where={null}
    />,
  )
  return { user, answer }
}
const choicesOf = (learner: string) =>
  within(
    screen.getByRole('radiogroup', { name: new RegExp(`^${learner.replace(/[()]/g, '\\$&')}`) }),
  )
const use = () => screen.getByRole('button', { name: 'Use these decisions' })
const count = () => screen.getByText(/^\d+ rows?: /).textContent

describe('the list of decisions', () => {
  it('says whose row it is, why, and what the choices would change', () => {
    open([rowOf(1), twin])
    const [first, second] = within(
      screen.getByRole('list', { name: 'Rows that need a decision' }),
    ).getAllByRole('listitem')
    expect(first?.textContent).toContain('Smith, Bea (1)')
    expect(first?.textContent).toContain('GCSE Mathematics · grade 6 · 20 Aug 2026')
    expect(first?.textContent).toContain('lower than 9')
    expect(first?.textContent).toContain('Grade9 → 6')
    expect(first?.textContent).not.toContain('Same as')
    expect(second?.textContent).toContain('Write: a new record')
    expect(second?.textContent).toContain('Same as 501: that record stays as it is')
  })

  it('leaves out what nobody touches, and takes what is chosen row by row', async () => {
    const { user, answer } = open([rowOf(1), twin, rowOf(3)])
    expect(choicesOf('Smith, Bea (1)').getByLabelText('Leave out')).toHaveProperty('checked', true)
    await user.click(choicesOf('Smith, Bea (1)').getByLabelText('Write'))
    await user.click(choicesOf('Smith, Bea (2)').getByLabelText('Same as attainment 501'))
    expect(count()).toBe('3 rows: 1 left out, 1 written, 1 the same as a record')
    await user.click(use())
    expect(answer.mock.calls).toEqual([
      [
        [
          { rowKey: 'key-1', take: 'write' },
          { rowKey: 'key-2', take: 'same-as', attainmentCode: '501' },
          { rowKey: 'key-3', take: 'skip' },
        ],
      ],
    ])
  })

  it('sets all rows at once; only those that look like a record are taken for one', async () => {
    const { user } = open([rowOf(1), twin])
    const all = within(screen.getByRole('group', { name: 'All rows' }))
    await user.click(all.getByRole('button', { name: 'Write all' }))
    expect(count()).toBe('2 rows: 2 written')
    await user.click(all.getByRole('button', { name: 'Same where likely (1)' }))
    expect(count()).toBe('2 rows: 1 written, 1 the same as a record')
    await user.click(all.getByRole('button', { name: 'Leave all out' }))
    expect(count()).toBe('2 rows: 2 left out')
  })

  it('is worked by keys, and Escape keeps nothing', async () => {
    const { user, answer } = open([rowOf(1)])
    act(() => {
      choicesOf('Smith, Bea (1)').getByLabelText('Leave out').focus()
    })
    await user.keyboard('{ArrowRight}')
    expect(count()).toBe('1 row: 1 written')
    pressEscape()
    expect(answer.mock.calls).toEqual([['cancel']])
  })

  it('shows what was decided before', () => {
    open([rowOf(1, { take: 'write' })])
    expect(choicesOf('Smith, Bea (1)').getByLabelText('Write')).toHaveProperty('checked', true)
  })

  it('draws a long list in pages, and decides about all of it', async () => {
    const { user, answer } = open(Array.from({ length: 60 }, (_, at) => rowOf(at)))
    const drawn = () => screen.getAllByText(/^Smith, Bea/)
    expect(drawn()).toHaveLength(50)
    await user.click(screen.getByText('Show more (10 left)'))
    expect(drawn()).toHaveLength(60)
    await user.click(screen.getByText('Write all'))
    await user.click(screen.getByText('Use these decisions'))
    expect(answer.mock.calls[0]?.[0]).toHaveLength(60)
  })
})
