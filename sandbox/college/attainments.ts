import type { EbsRow } from './college.ts'
import { aimOf } from './event.ts'
import type { EventDraft } from './event.ts'
import { thisYear } from './history.ts'

/** ebs's type of a record that its own import from the PLR made; the sandbox's default type. */
export const plrType = 'PLR'

/** An ATTAINMENTS row before it has code and learner. */
export type AttainmentDraft = EbsRow

const yearOf = (date: string | null | undefined): number | null =>
  date === null || date === undefined || date === '' ? null : Number(date.slice(0, 4))

const awardOf = (event: EventDraft): string | null => event.AchievementAwardDate || null
const gradeOf = (event: EventDraft): string | null =>
  event.Grade === '9999999999' ? null : (event.Grade ?? null)

/** The record that ebs's own import makes of an event: `PLR data`, no SOURCE_ID (ebs-domain.md). */
export function importedByEbs(event: EventDraft): AttainmentDraft {
  return {
    atype_attainment_type_code: plrType,
    description: event.Subject ?? '',
    grade: gradeOf(event),
    date_awarded: awardOf(event),
    fes_year_achieved: yearOf(awardOf(event)),
    fes_qualification_aim: aimOf(event.SubjectCode ?? '').slice(0, 8),
    source: 'PLR data',
    source_id: null,
    created_by: 'PLRIMPORT',
    created_date: `${thisYear}-09-14`,
  }
}

/** What somebody at the enrolment desk typed from a certificate: a title of their own, a rough date. */
export function keyedByHand(event: EventDraft): AttainmentDraft {
  const title = (event.Subject ?? '').replace(/^GCSE( \(9-1\))? in /, 'GCSE ')
  const year = yearOf(awardOf(event))
  return {
    atype_attainment_type_code: title.startsWith('GCSE') ? 'GCSE' : 'OTHER',
    description: title,
    grade: gradeOf(event),
    date_awarded: year === null ? null : `${year}-08-31`,
    fes_year_achieved: year,
    fes_qualification_aim: aimOf(event.SubjectCode ?? '').slice(0, 8),
    source: null,
    source_id: null,
    created_by: 'ENROLDESK',
    created_date: `${thisYear}-08-28`,
  }
}
