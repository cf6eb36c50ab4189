/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import type { RuleGroupType } from 'react-querybuilder'
import type { LearnerField } from '../../../../../contract/index.ts'
import { createWords } from '../../../words.ts'
import { show } from '../../../testing/render.tsx'
import { ConditionBuilder } from '../ConditionBuilder.tsx'

const fields: LearnerField[] = [
  { name: 'surname', label: 'Surname', type: 'text', operators: ['=', 'in', 'null'] },
  { name: 'dateOfBirth', label: 'Date of birth', type: 'date', operators: ['=', 'between'] },
  { name: 'active', label: 'Active', type: 'boolean', operators: ['='] },
  {
    name: 'sex',
    label: 'Sex',
    type: 'choice',
    operators: ['=', 'in'],
    values: [
      { value: 'F', label: 'Female' },
      { value: 'M', label: 'Male' },
    ],
  },
]

/** The builder with one condition; what it says is read back from the query it makes. */
function open(field: string, operator: string, value: unknown = '') {
  let now: RuleGroupType = { combinator: 'and', rules: [{ field, operator, value }] }
  function Builder() {
    const [query, setQuery] = useState(now)
    now = query
    return (
      <ConditionBuilder
        fields={fields}
        query={query}
        onChange={setQuery}
        words={createWords('en-GB')}
      />
    )
  }
  const user = show(<Builder />)
  const written = () => {
    const [rule] = now.rules
    return rule && 'value' in rule ? (rule.value as unknown) : null
  }
  return { user, written }
}

describe('the value of a condition', () => {
  it('is text for a text', async () => {
    const { user, written } = open('surname', '=')
    await user.type(screen.getByRole('textbox', { name: 'Value' }), 'Smith')
    expect(written()).toBe('Smith')
  })

  it('is not asked for where the operator takes none', () => {
    open('surname', 'null')
    expect(screen.queryByLabelText('Value')).toBeNull()
  })

  it('is a day as the language writes it, and two of them for between', () => {
    const { written } = open('dateOfBirth', 'between', ['2006-01-01', ''])
    const to = screen.getByRole('textbox', { name: 'To' })
    fireEvent.change(to, { target: { value: '31.12.2006' } })
    fireEvent.blur(to)
    expect(screen.getByLabelText('From')).toHaveProperty('value', '01/01/2006')
    expect(to).toHaveProperty('value', '31/12/2006')
    expect(written()).toEqual(['2006-01-01', '2006-12-31'])
  })

  it('is no day when it is none, and says how one is written', async () => {
    const { user, written } = open('dateOfBirth', '=', '2009-03-06')
    const field = screen.getByRole('textbox', { name: 'Value' })
    await user.clear(field)
    await user.type(field, 'March 2009')
    expect(screen.queryByText(/is not a day/)).toBeNull()
    await user.tab()
    expect(screen.getAllByText('“March 2009” is not a day. Write it as 31/12/2009.')).toBeTruthy()
    expect(field).toHaveProperty('value', 'March 2009')
    expect(written()).toBe('March 2009')
  })

  it('is a day chosen from the calendar', async () => {
    const { user, written } = open('dateOfBirth', '=', '2009-03-06')
    await user.click(screen.getByRole('button', { name: 'Value: choose a day' }))
    await user.click(await screen.findByRole('button', { name: /^9, March, 2009/ }))
    expect(written()).toBe('2009-03-09')
    expect(screen.getByLabelText('Value')).toHaveProperty('value', '09/03/2009')
  })

  it('is yes or no for what is one of the two', async () => {
    const { user, written } = open('active', '=')
    await user.click(screen.getByRole('combobox', { name: 'Value' }))
    await user.click(await screen.findByRole('option', { name: 'No' }))
    expect(written()).toBe(false)
  })

  it('is chosen by label, and sent by its code', async () => {
    const { user, written } = open('sex', '=')
    await user.click(screen.getByRole('combobox', { name: 'Value' }))
    await user.click(await screen.findByRole('option', { name: 'Female' }))
    expect(written()).toBe('F')
  })

  it('keeps the lines of a pasted column apart', async () => {
    const { user, written } = open('surname', 'in')
    await user.click(screen.getByRole('textbox', { name: 'Value' }))
    await user.paste('Smith\nJones')
    expect(written()).toBe('Smith\nJones')
  })

  it('is several of them for in', async () => {
    const { user, written } = open('sex', 'in', ['F'])
    await user.click(screen.getByRole('combobox', { name: 'Value' }))
    await user.click(await screen.findByRole('option', { name: 'Male' }))
    expect(written()).toEqual(['F', 'M'])
  })
})
