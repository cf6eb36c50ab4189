import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { halves, planBlocks, rowBytes, type Run } from './blocks.ts'
import { fromCell, toCell } from './cell.ts'
import { fromSerial, toSerial } from './dateSerial.ts'
import { cutRuns, mergeRuns, positionsOf, runsOf } from './runs.ts'
import { longestCellText, safeText, startsFormula } from './text.ts'

const isoDay = fc
  .date({ min: new Date('1904-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('day numbers', () => {
  it.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2024-01-31', 45_322],
  ])('%s is day %d', (iso, serial) => {
    expect(toSerial(iso, 1900)).toBe(serial)
    expect(fromSerial(serial, 1900)).toBe(iso)
  })

  it('counts from 1904 in workbooks that do', () => {
    expect(toSerial('1904-01-01', 1904)).toBe(0)
    expect(toSerial('2024-01-31', 1904)).toBe(45_322 - 1462)
  })

  it.each(['2024-02-30', '1899-12-31', 'yesterday', ''])('has none for %j', (text) => {
    expect(toSerial(text, 1900)).toBeNull()
  })

  it('names no day for the 29 February 1900 that never was, nor before the first', () => {
    expect([60, 0, -5, Number.NaN, 1e9].map((serial) => fromSerial(serial, 1900))).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('finds every day again, in both systems, with a time of day too', () => {
    fc.assert(
      fc.property(isoDay, fc.constantFrom(1900 as const, 1904 as const), (iso, system) => {
        const serial = toSerial(iso, system) ?? Number.NaN
        expect(fromSerial(serial, system)).toBe(iso)
        expect(fromSerial(serial + 0.75, system)).toBe(iso)
      }),
    )
  })
})

describe('texts in cells', () => {
  it('leaves ordinary texts alone, formulas too: their cells are formatted as text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[=+@A-Za-z0-9éü&<> -][A-Za-z0-9éü&<>' \n-]*$/), (text) => {
        expect(safeText(text)).toBe(text)
      }),
    )
  })

  it('holds only what a workbook file can hold, within the limit of a cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const safe = safeText(text)
        expect(safe.startsWith("'")).toBe(false)
        expect(
          [...safe].every((character) => character >= ' ' || '\t\n\r'.includes(character)),
        ).toBe(true)
      }),
    )
    expect(safeText('\ud800x')).toBe('\ufffdx')
    expect(safeText("'Abd")).toBe('\u2019Abd')
    const long = safeText('x'.repeat(longestCellText + 5))
    expect(long).toHaveLength(longestCellText)
    expect(long.endsWith('…')).toBe(true)
  })

  it.each(['=1', '+44', '-', '@x', '\t=1', '\uff1d1'])(
    'knows %j for the start of a formula',
    (text) => {
      expect(startsFormula(text)).toBe(true)
    },
  )
})

describe('cells', () => {
  it('are what was written when read back', () => {
    fc.assert(
      fc.property(isoDay, fc.nat(), (iso, number) => {
        expect(fromCell('date', toCell('date', iso, 1900), 1900)).toBe(iso)
        expect(fromCell('number', toCell('number', String(number), 1900), 1900)).toBe(number)
      }),
    )
    expect(toCell('code', '0012', 1900)).toBe('0012')
    expect(toCell('text', null, 1900)).toBe('')
    expect(fromCell('code', '', 1900)).toBeNull()
  })

  it('mark what would be a formula in a cell that takes formulas', () => {
    expect(toCell('number', '=1+1', 1900)).toBe("'=1+1")
    expect(toCell('date', '@today', 1900)).toBe("'@today")
    expect(toCell('number', '12345678901234567890', 1900)).toBe('12345678901234567890')
  })
})

const runs = fc.array(
  fc.tuple(fc.nat(60), fc.nat(8)).map(([from, length]): Run => ({ from, to: from + length })),
  { maxLength: 12 },
)

describe('runs of rows', () => {
  it('hold every row once, in order, and no neighbours apart', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const merged = mergeRuns(given)
        const rows = positionsOf(merged)
        expect(rows).toEqual([...new Set(positionsOf(given))].sort((a, b) => a - b))
        merged.forEach((run, at) => {
          expect(run.from > (merged[at - 1]?.to ?? -1)).toBe(true)
        })
      }),
    )
  })

  it('bridge small gaps only, and end with the last row', () => {
    expect(runsOf([9, 1, 2, 5], 2)).toEqual([
      { from: 1, to: 6 },
      { from: 9, to: 10 },
    ])
    expect(runsOf([])).toEqual([])
  })

  it('stay the same rows when cut', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 5 }), (given, rows) => {
        const cut = cutRuns(mergeRuns(given), rows)
        expect(positionsOf(cut)).toEqual(positionsOf(mergeRuns(given)))
        expect(cut.every(({ from, to }) => to - from <= rows && to > from)).toBe(true)
      }),
    )
  })
})

describe('blocks', () => {
  it('keep every row in order, within the limits unless one row alone is heavier', () => {
    const limits = { bytes: 100, rows: 7 }
    fc.assert(
      fc.property(fc.array(fc.nat(150)), (weights) => {
        const blocks = planBlocks(weights, limits)
        expect(positionsOf(blocks)).toEqual(weights.map((_, at) => at))
        for (const { from, to } of blocks) {
          const bytes = weights.slice(from, to).reduce((sum, weight) => sum + weight, 0)
          expect(to - from === 1 || (bytes <= limits.bytes && to - from <= limits.rows)).toBe(true)
        }
      }),
    )
  })

  it('weigh bytes, not characters', () => {
    expect(rowBytes(['é'])).toBe(rowBytes(['e']) + 1)
  })

  it('halve down to one row', () => {
    expect(halves({ from: 4, to: 7 })).toEqual([
      { from: 4, to: 5 },
      { from: 5, to: 7 },
    ])
    expect(halves({ from: 4, to: 5 })).toBeNull()
  })
})
