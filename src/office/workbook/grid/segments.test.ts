import { describe, expect, it } from '@jest/globals'
import { columnsByHeading } from './grid.ts'
import { segmentsOf } from './segments.ts'

describe('columns found by heading', () => {
  it('go into as few ranges as hold none of the user\u2019s columns', () => {
    const columns = columnsByHeading(['Grade', 'ULN', 'My note', 'Status', 'status', 'ULN'])
    expect(segmentsOf(columns)).toEqual([
      { column: 0, fields: ['grade', 'uln'] },
      { column: 3, fields: ['status'] },
    ])
  })
})
