import { describe, expect, it } from '@jest/globals'
import { alsoShowing, listedValues } from './filters.ts'

describe('a filter by list', () => {
  it.each([
    [{ filterOn: 'Values', values: ['New', 'Same'] }, ['New', 'Same']],
    [{ filterOn: 'Custom', criterion1: '=New' }, ['New']],
    [
      { filterOn: 'Custom', criterion1: '=New', criterion2: '=Same', operator: 'Or' },
      ['New', 'Same'],
    ],
    [{ filterOn: 'Custom', criterion1: '=New', criterion2: '=Same', operator: 'And' }, null],
    [{ filterOn: 'Custom', criterion1: '=N*' }, null],
    [{ filterOn: 'Custom', criterion1: '<>New' }, null],
    [{ filterOn: 'CellColor' }, null],
  ] as const)('%j lets through %j', (criteria, values) => {
    expect(listedValues(criteria as unknown as Excel.FilterCriteria)).toEqual(values)
  })

  it('lets a new status through on its own column only', () => {
    const criteria: Excel.FilterCriteria = { filterOn: 'Custom', criterion1: '=New' }
    expect(alsoShowing([{ column: 0, criteria }], 0, ['Inserted'])).toEqual([
      { column: 0, criteria: { filterOn: 'Values', values: ['New', 'Inserted'] } },
    ])
    expect(alsoShowing([{ column: 1, criteria }], 0, ['Inserted'])).toEqual([
      { column: 1, criteria },
    ])
  })
})
