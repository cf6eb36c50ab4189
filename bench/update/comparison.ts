import type { Attainment } from '../../backend/plr/compare/attainment.ts'
import { createComparer } from '../../backend/plr/compare/comparer.ts'
import { readRules } from '../../backend/plr/compare/rules/rules.ts'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'
import { attainment, facts, holdings, sampleMapping } from '../../tests/support/compareSamples.ts'
import type { BenchResult } from '../result.ts'

const learners = 1000
const rowsEach = 15
const passes = 15

/** Comparing alone, against a look-up of the same rows in a Map and a look at their fields. */
export function comparison(): BenchResult {
  const all = Array.from({ length: learners }, (_, person) => learner(person))
  const compare = createComparer({ mapping: sampleMapping, rules: readRules() })
  const [compared, lookedUp] = fastest(
    () => {
      let changed = 0
      for (const { events, held } of all) {
        for (const one of compare(events, held, false)) changed += one.status === 'Changed' ? 1 : 0
      }
      return changed
    },
    () => {
      let changed = 0
      for (const { events, held } of all) changed += lookUp(events, held.attainments)
      return changed
    },
  )
  if (compared.result !== lookedUp.result) throw new Error('The two do not find the same')
  return {
    name: 'Comparison against a Map look-up over the same rows',
    ratio: compared.ms / lookedUp.ms,
    limit: 2,
    unit: '× Map look-up',
    detail: `${learners * rowsEach} rows: ${compared.ms.toFixed(1)} ms, look-up ${lookedUp.ms.toFixed(1)} ms`,
  }
}

/** What the shortest loop that finds and compares the same records does. */
function lookUp(events: readonly EventFacts[], attainments: readonly Attainment[]): number {
  const records = new Map<string, Attainment>()
  for (const record of attainments) {
    const { SOURCE, FES_QUALIFICATION_AIM, DATE_AWARDED } = record.values
    records.set([SOURCE, FES_QUALIFICATION_AIM, DATE_AWARDED].join('|'), record)
  }
  let changed = 0
  for (const event of events) {
    const aim = event.subjectCode?.replace(/[/\s]/g, '') ?? null
    const date = event.achievementAwardDate
    const values = records.get(['PLR data', aim, date].join('|'))?.values
    if (!values) continue
    const changes = []
    if (values['DESCRIPTION'] !== event.subject) changes.push(['DESCRIPTION', event.subject])
    if (values['GRADE'] !== event.grade) changes.push(['GRADE', event.grade])
    if (values['DATE_AWARDED'] !== date) changes.push(['DATE_AWARDED', date])
    if (values['FES_QUALIFICATION_AIM'] !== aim) changes.push(['FES_QUALIFICATION_AIM', aim])
    if (changes.length > 0) changed += 1
  }
  return changed
}

function learner(person: number) {
  const events = Array.from({ length: rowsEach }, (_, at) =>
    facts({
      id: String(person * rowsEach + at),
      subject: `GCSE (9-1) in Subject ${at}`,
      subjectCode: `601/46${String(at).padStart(2, '0')}/4`,
      grade: String((person + at) % 10),
    }),
  )
  const records = events.map((event, at) =>
    attainment(String(person * rowsEach + at + 1), {
      DESCRIPTION: event.subject,
      GRADE: at % 5 === 0 ? '0' : event.grade,
      FES_QUALIFICATION_AIM: event.subjectCode?.replaceAll('/', '') ?? null,
    }),
  )
  return { events, held: holdings(records) }
}

interface Measured {
  readonly ms: number
  readonly result: number
}

/**
 * The least processor time of several passes of each, turn about and after a pass to warm up: what
 * else the machine does meanwhile does not count.
 */
function fastest(one: () => number, other: () => number): readonly [Measured, Measured] {
  const best: [Measured, Measured] = [measured(one), measured(other)]
  for (let pass = 0; pass < passes; pass += 1) {
    const now = [measured(one), measured(other)] as const
    if (pass === 0 || now[0].ms < best[0].ms) best[0] = now[0]
    if (pass === 0 || now[1].ms < best[1].ms) best[1] = now[1]
  }
  return best
}

function measured(work: () => number): Measured {
  const start = process.cpuUsage()
  const result = work()
  return { ms: process.cpuUsage(start).user / 1000, result }
}
