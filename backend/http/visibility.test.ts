import { expect, it } from '@jest/globals'
import { createVisibility } from './visibility.ts'

it('shows everybody all learners where no organisations are named', () => {
  expect(createVisibility(undefined)(['a'])).toEqual({ kind: 'all' })
})

it('shows the organisations of all groups of a person, each once, and of none nobody', () => {
  const visible = createVisibility(
    new Map([
      ['a', ['ARTS', 'SCI']],
      ['b', ['SCI', 'LAW']],
    ]),
  )
  expect(visible(['a', 'b', 'x'])).toEqual({ kind: 'organisations', codes: ['ARTS', 'SCI', 'LAW'] })
  expect(visible(['x'])).toEqual({ kind: 'organisations', codes: [] })
})
