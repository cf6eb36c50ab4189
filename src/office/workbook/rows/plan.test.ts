import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { gridRowOf } from '../../conformance/rows.ts'
import { planRows, type StandingRow } from './plan.ts'

const standing = (
  position: number,
  personCode: string,
  lrsEventId: string | null,
): StandingRow => ({
  position,
  personCode,
  source: lrsEventId === null ? null : 'NPD',
  lrsEventId,
})
const row = (personCode: string, lrsEventId: string | null) =>
  gridRowOf({ personCode, lrsEventId, source: lrsEventId === null ? null : 'NPD' })

describe('putting new answers beside the rows that stand', () => {
  it('keeps the row of an event that stays, removes what went, appends what came', () => {
    const plan = planRows(
      [standing(0, '1', 'a'), standing(1, '2', 'x'), standing(2, '1', 'b')],
      [{ personCode: '1', rows: [row('1', 'b'), row('1', 'c')] }],
    )
    expect(plan.overwrite).toEqual([{ position: 2, row: row('1', 'b') }])
    expect(plan.append).toEqual([row('1', 'c')])
    expect(plan.remove).toEqual([0])
  })

  it('writes a learner without events over the row that said so before', () => {
    const plan = planRows([standing(4, '1', null)], [{ personCode: '1', rows: [row('1', null)] }])
    expect(plan).toEqual({
      overwrite: [{ position: 4, row: row('1', null) }],
      append: [],
      remove: [],
    })
  })

  const people = fc.constantFrom('1', '2', '3')
  const event = fc.option(fc.constantFrom('a', 'b', 'c', 'd'))

  it('leaves exactly the answered rows of answered learners, and touches nobody else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(people, event)),
        fc.uniqueArray(fc.tuple(people, fc.array(event, { maxLength: 6 })), {
          selector: ([personCode]) => personCode,
        }),
        (before, answers) => {
          const rows = before.map(([personCode, id], at) => standing(at, personCode, id))
          const batch = answers.map(([personCode, ids]) => ({
            personCode,
            rows: ids.map((id) => row(personCode, id)),
          }))
          const plan = planRows(rows, batch)
          const answered = new Set<string>(answers.map(([personCode]) => personCode))
          const touched = [...plan.overwrite.map(({ position }) => position), ...plan.remove]
          expect(touched.sort((a, b) => a - b)).toEqual(
            rows
              .filter(({ personCode }) => answered.has(personCode))
              .map(({ position }) => position),
          )
          const written = [...plan.overwrite.map((placed) => placed.row), ...plan.append]
          const name = (given: { personCode: string; lrsEventId: string | null }) =>
            `${given.personCode}:${String(given.lrsEventId)}`
          expect(written.map(name).sort()).toEqual(batch.flatMap((b) => b.rows.map(name)).sort())
        },
      ),
    )
  })
})
