import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentMapping, ColumnSource, MappedColumn } from './attainmentMapping.ts'
import { readAwardDate } from './awardDate.ts'
import type { AwardDate } from './awardDate.ts'
import { storedGrade } from './grade.ts'
import { cutAtWord } from './title.ts'
import { translation } from './translation.ts'

type Value = string | number | null

/** What Update would put into one record of ebs for a learning event, before looking at that record. */
export interface Written {
  /** Column → value; a column that is not there is left as it is. */
  readonly values: Readonly<Record<string, Value>>
  readonly notes: readonly string[]
  readonly unwritable: string | null
}

/** A SubjectCode as ebs keeps aims: `600/1166/X` is `6001166X`. Blank is null. */
export function aimOf(subjectCode: string | null): string | null {
  if (subjectCode === null) return null
  // Nearly all have neither: the test is cheaper than a replacement that finds nothing.
  const aim = /[/\s]/.test(subjectCode) ? subjectCode.replace(/[/\s]/g, '') : subjectCode
  return aim === '' ? null : aim
}

/** A rule that works out the columns of the mapping for a learning event (surface.md, Update writes). */
export type Writer = (facts: EventFacts) => Written

export function createWriter(mapping: AttainmentMapping): Writer {
  const sources = sourcesOf(mapping)
  const columns = mapping.columns.map((column) => ({ column, sourceOf: sources[column.from] }))
  return (facts) => {
    const award = readAwardDate(facts.achievementAwardDate)
    const values: Record<string, Value> = {}
    let notes = award.note === null ? none : [award.note]
    let unwritable: string | null = null
    for (const { column, sourceOf } of columns) {
      const value = sourceOf(facts, award)
      if (value === undefined) continue
      if (value === null) {
        if (column.required && column.from !== 'grade') {
          unwritable ??= `LRS sent nothing for ${column.column}, which ebs requires`
        }
        values[column.column] = null
        continue
      }
      if (fits(column, value)) {
        values[column.column] = value
        continue
      }
      const fitted = shorten(column, value)
      if (fitted.value !== undefined) {
        values[column.column] = fitted.value
        notes = [...notes, fitted.note]
      } else if (column.required) unwritable ??= fitted.note
      else notes = [...notes, `${fitted.note} and is left out`]
    }
    return { values, notes, unwritable }
  }
}

const none: readonly string[] = []

/** What LRS gives for each kind of column; undefined when the column is to be left alone. */
type Source = (facts: EventFacts, award: AwardDate) => Value | undefined

function sourcesOf(mapping: AttainmentMapping): Readonly<Record<ColumnSource, Source>> {
  const types = translation(mapping.types)
  const boards = translation(mapping.examBoards)
  return {
    title: ({ subject }) => (subject === null || subject.trim() === '' ? null : subject),
    grade: ({ grade }) => storedGrade(grade),
    awardDate: (_, { date }) => date,
    awardYear: (_, { date }) => (date === null ? null : Number(date.slice(0, 4))),
    aim: ({ subjectCode }) => aimOf(subjectCode),
    credits: ({ credits }) => (credits !== null && credits > 0 ? credits : undefined),
    levelDigit: ({ level }) => digitOf(level),
    eventId: ({ id }) => id,
    type: ({ qualificationType }) => types(qualificationType) ?? mapping.defaultType,
    source: () => mapping.source,
    examBoard: ({ awardingOrganisationUkprn }) => boards(awardingOrganisationUkprn),
  }
}

/** `Level 3` is 3; `Entry Level` and `Level 1/2` have no one digit. */
function digitOf(level: string | null): number | undefined {
  const [, digit] = /^\s*level\s*(\d)\s*$/i.exec(level ?? '') ?? []
  return digit === undefined ? undefined : Number(digit)
}

function fits({ length }: MappedColumn, value: string | number): boolean {
  if (length === null) return true
  return (typeof value === 'number' ? String(Math.trunc(value)).length : value.length) <= length
}

/** What is left of a value that does not fit, and why; only titles are cut. */
function shorten(
  { column, from, length }: MappedColumn,
  value: string | number,
): { readonly value: string | undefined; readonly note: string } {
  if (from === 'title' && typeof value === 'string' && length !== null) {
    const note = `The title is longer than ${length} characters and was cut`
    return { value: cutAtWord(value, length), note }
  }
  const unit = typeof value === 'number' ? 'digits' : 'characters'
  const note = `The value for ${column} is longer than the ${length} ${unit} ebs takes`
  return { value: undefined, note }
}
