import type { FieldChange } from '../../contract/index.ts'
import { aimOf } from '../../backend/plr/compare/aim.ts'
import type { Attainment, Holdings } from '../../backend/plr/compare/attainment.ts'
import { readAwardDate } from '../../backend/plr/compare/awardDate.ts'
import { normaliseGrade, storedGrade } from '../../backend/plr/compare/grade.ts'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'

/** The record of ebs that an event is, null for none, and what would change: column, old → new. */
export interface Found {
  readonly record: Attainment | null
  readonly changes: readonly FieldChange[]
}

/**
 * The baseline of the comparison: what finds the same records and tells the same changes at its
 * shortest. A learner's records in a `Map`, by attainment code where an Update has left links, by aim
 * and award date for what no link finds; each made only when it is needed. Then a look at every column
 * that the comparison compares, in the same normal forms (the comparison's own rules for aims, dates and
 * grades, with what they remember), and of a new row every column that would be written. The bench
 * holds both results against each other, row by row, before it measures.
 *
 * It leaves out what makes the comparison safe: that one record is claimed by one event only, LRS's id
 * as a way of recognising, another source's event or a record keyed by hand that is likely the same,
 * columns by the college's mapping with their lengths, what is cut or cannot be written, participation,
 * junk, provisional and challenged results, lower grades, policies, the reasons in words, and what the
 * row key needs.
 */
export function lookUp(events: readonly EventFacts[], { attainments, links }: Holdings): Found[] {
  const ofCode = links.size === 0 ? null : codesOf(attainments)
  let ofAim: ReadonlyMap<string, Attainment> | null = null
  return events.map((event) => {
    const title = event.subject
    const grade = storedGrade(event.grade)
    const { date } = readAwardDate(event.achievementAwardDate)
    const aim = aimOf(event.subjectCode)
    const { credits } = event
    const code = ofCode === null ? undefined : links.get(`${event.source}:${event.id}`)
    const record =
      ofCode !== null && code !== undefined
        ? ofCode.get(code)
        : (ofAim ??= aimsOf(attainments)).get(`${aim}|${date}`)
    if (!record) return { record: null, changes: inserted(event, title, grade, date, aim) }

    const { values } = record
    const changes: FieldChange[] = []
    if (values['DESCRIPTION'] !== title) changes.push(change('DESCRIPTION', values, title))
    if (values['GRADE'] !== grade && normalGrade(values) !== normaliseGrade(grade)) {
      changes.push(change('GRADE', values, grade))
    }
    if (values['DATE_AWARDED'] !== date) changes.push(change('DATE_AWARDED', values, date))
    if (values['FES_QUALIFICATION_AIM'] !== aim) {
      changes.push(change('FES_QUALIFICATION_AIM', values, aim))
    }
    if (credits !== null && credits > 0 && values['CATS_CREDITS'] !== credits) {
      changes.push(change('CATS_CREDITS', values, credits))
    }
    if (changes.length > 0 && values['SOURCE_ID'] === null) {
      changes.push(change('SOURCE_ID', values, event.id))
    }
    return { record, changes }
  })
}

function codesOf(attainments: readonly Attainment[]): ReadonlyMap<string, Attainment> {
  const records = new Map<string, Attainment>()
  for (const record of attainments) records.set(record.attainmentCode, record)
  return records
}

function aimsOf(attainments: readonly Attainment[]): ReadonlyMap<string, Attainment> {
  const records = new Map<string, Attainment>()
  for (const record of attainments) {
    const { SOURCE, FES_QUALIFICATION_AIM, DATE_AWARDED } = record.values
    if (SOURCE === 'PLR data') records.set(`${FES_QUALIFICATION_AIM}|${DATE_AWARDED}`, record)
  }
  return records
}

type Values = Attainment['values']

const change = (field: string, values: Values, to: string | number | null): FieldChange => ({
  field,
  from: values[field] ?? null,
  to,
})

const normalGrade = ({ GRADE }: Values): string | null =>
  normaliseGrade(typeof GRADE === 'string' ? GRADE : null)

/** Every column that a new record gets a value in. */
function inserted(
  { id, credits, qualificationType }: EventFacts,
  title: string | null,
  grade: string | null,
  date: string | null,
  aim: string | null,
): readonly FieldChange[] {
  const changes: FieldChange[] = []
  if (title !== null) changes.push({ field: 'DESCRIPTION', from: null, to: title })
  if (grade !== null) changes.push({ field: 'GRADE', from: null, to: grade })
  if (date !== null) changes.push({ field: 'DATE_AWARDED', from: null, to: date })
  if (aim !== null) changes.push({ field: 'FES_QUALIFICATION_AIM', from: null, to: aim })
  if (credits !== null && credits > 0) {
    changes.push({ field: 'CATS_CREDITS', from: null, to: credits })
  }
  changes.push({ field: 'SOURCE_ID', from: null, to: id })
  changes.push({ field: 'SOURCE', from: null, to: 'PLR data' })
  const type = qualificationType?.trim().toLowerCase() === 'gcse' ? 'GCSE' : 'PLR'
  changes.push({ field: 'ATYPE_ATTAINMENT_TYPE_CODE', from: null, to: type })
  return changes
}
