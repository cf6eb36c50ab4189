import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { allCases } from './cases/all.ts'
import { conformanceReport, differences, type ConformanceReport } from './report.ts'

const folder = new URL('../../../tests/excel-real/', import.meta.url)
const names = allCases.map(({ name }) => name)

const report = (cases: ConformanceReport['cases']): ConformanceReport => ({
  format: 1,
  at: '2026-09-01T08:00:00.000Z',
  host: { platform: 'PC', version: '16.0', excelApi: '1.17' },
  cases,
})

describe('reports of real Excel', () => {
  it('differ where a case failed or was not run, and where it was skipped they do not', () => {
    const found = differences(
      report([
        { name: 'a', outcome: 'passed' },
        { name: 'b', outcome: 'failed', detail: 'expected 1, found 2' },
        { name: 'c', outcome: 'skipped' },
      ]),
      ['a', 'b', 'c', 'd'],
    )
    expect(found).toEqual(['b: expected 1, found 2', 'd: not run; run conformance.html again'])
  })

  it('that lie in tests/excel-real agree with every case', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
    const found = files.flatMap((file) => {
      const parsed = conformanceReport.parse(
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
      )
      return differences(parsed, names).map((difference) => `${file}: ${difference}`)
    })
    expect(found).toEqual([])
  })

  it('name every case once', () => {
    expect(new Set(names).size).toBe(names.length)
  })
})
