import { expect, it } from '@jest/globals'
import { testMapping } from '../../ebs/mapping/testing.ts'
import { judgeSample } from './judge.ts'
import type { FilledColumn } from './sample.ts'

const column = (
  name: string,
  filled: number,
  different = filled,
  constant: string | null = null,
): FilledColumn => ({ column: name, filled, different, constant })

it('says how each column is filled, and where our mapping would write otherwise', () => {
  const mapping = testMapping('oracledb', { attainments: { constants: { FES_THIS_INST: 'N' } } })
  const [summary, ...rest] = judgeSample(
    {
      records: 50,
      columns: [
        column('ATTAINMENT_CODE', 50),
        column('ATYPE_ATTAINMENT_TYPE_CODE', 50, 1, 'QOE'),
        column('FES_THIS_INST', 50, 1, 'N'),
        column('DESCRIPTION', 50, 12),
        column('FES_YEAR_ACHIEVED', 50, 5),
        column('MARK', 3, 2),
        column('CATS_CREDITS', 0),
      ],
    },
    mapping,
  )
  expect(summary?.detail?.split('\n')).toEqual([
    'ATTAINMENT_CODE: always, 50 different values',
    'ATYPE_ATTAINMENT_TYPE_CODE: always QOE',
    'FES_THIS_INST: always N',
    'DESCRIPTION: always, 12 different values',
    'FES_YEAR_ACHIEVED: always, 5 different values',
    'MARK: 3 of 50, 2 different values',
    'never filled: CATS_CREDITS',
  ])
  expect(rest.map(({ level, what }) => `${level}: ${what}`)).toEqual([
    'warning: The import fills FES_YEAR_ACHIEVED: always, 5 different values; our mapping does not',
    'note: The import fills MARK: 3 of 50, 2 different values; our mapping does not',
    'note: Our mapping fills CATS_CREDITS; the import never did',
    'warning: The import always writes QOE into ATYPE_ATTAINMENT_TYPE_CODE; our mapping writes PLR',
  ])
})
