import type { EventFacts } from '../event/learningEvent.ts'
import { aimOf } from './aim.ts'
import type { AttainmentMapping, ColumnSource } from './attainmentMapping.ts'
import { readAwardDate } from './awardDate.ts'
import type { Value } from './cell.ts'
import { storedGrade } from './grade.ts'
import { translation } from './translation.ts'

/** What LRS gives for a kind of column; undefined when the column is to be left alone. */
export type Fill =
  /** A rule of one text of the event, whose result may be remembered. */
  | {
      readonly by: 'text'
      readonly text: (facts: EventFacts) => string | null
      readonly value: (text: string | null) => Value | undefined
      /** What there is to say of a text, beside what its column says. */
      readonly note?: (text: string | null) => string | null
      /** All values that it can come to, where they are few. */
      readonly every?: readonly string[]
    }
  /** Each event's own. */
  | { readonly by: 'event'; readonly value: (facts: EventFacts) => Value | undefined }

/** The rules of surface.md, Update writes, with a college's translations. */
export function fillsOf(mapping: AttainmentMapping): Readonly<Record<ColumnSource, Fill>> {
  const types = translation(mapping.types)
  const boards = translation(mapping.examBoards)
  return {
    title: {
      by: 'text',
      text: ({ subject }) => subject,
      value: (subject) => (subject === null || subject.trim() === '' ? null : subject),
    },
    grade: { by: 'text', text: ({ grade }) => grade, value: storedGrade },
    awardDate: {
      by: 'text',
      text: ({ achievementAwardDate }) => achievementAwardDate,
      value: (text) => readAwardDate(text).date,
      note: (text) => readAwardDate(text).note,
    },
    awardYear: {
      by: 'text',
      text: ({ achievementAwardDate }) => achievementAwardDate,
      value: (text) => yearOf(readAwardDate(text).date),
    },
    aim: { by: 'text', text: ({ subjectCode }) => subjectCode, value: aimOf },
    credits: {
      by: 'event',
      value: ({ credits }) => (credits !== null && credits > 0 ? credits : undefined),
    },
    levelDigit: { by: 'text', text: ({ level }) => level, value: digitOf },
    eventId: { by: 'event', value: ({ id }) => id },
    type: {
      by: 'text',
      text: ({ qualificationType }) => qualificationType,
      value: (type) => types(type) ?? mapping.defaultType,
      every: [mapping.defaultType, ...Object.values(mapping.types)],
    },
    source: {
      by: 'text',
      text: () => null,
      value: () => mapping.source,
      every: [mapping.source],
    },
    examBoard: {
      by: 'text',
      text: ({ awardingOrganisationUkprn }) => awardingOrganisationUkprn,
      value: boards,
    },
  }
}

const yearOf = (date: string | null): number | null =>
  date === null ? null : Number(date.slice(0, 4))

/** `Level 3` is 3; `Entry Level` and `Level 1/2` have no one digit. */
function digitOf(level: string | null): number | undefined {
  const [, digit] = /^\s*level\s*(\d)\s*$/i.exec(level ?? '') ?? []
  return digit === undefined ? undefined : Number(digit)
}
