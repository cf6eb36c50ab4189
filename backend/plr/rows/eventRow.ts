import type { GridRow } from '../../../contract/index.ts'
import type { Comparison } from '../compare/comparison.ts'
import { dayOf } from '../event/day.ts'
import type { LearningEvent } from '../event/learningEvent.ts'
import type { FoundLearner } from '../learner/learner.ts'
import { identityOf } from './gridRow.ts'

/** What the answer as a whole says, repeated on each of its rows. */
export interface AnswerFacts {
  readonly responseCode: string
  readonly responseDescription: string
  readonly foundUln: string | null
}

/**
 * The grid row of one learning event. Codes and grades stand as LRS sent them, dates as days; a date
 * that is none is left out and its text told in `reason` (the award date by the comparison).
 * Written out field by field: a download makes thousands, and spreading objects of this size takes ten
 * times as long.
 */
export function eventRow(
  learner: FoundLearner,
  answer: AnswerFacts,
  event: LearningEvent,
  comparison: Comparison,
  rowKey: string,
): GridRow {
  const start = dayOf(event.participationStartDate)
  const end = dayOf(event.participationEndDate)
  const loaded = dayOf(event.dateLoaded)
  const notes = [
    comparison.reason,
    comparison.unwritable,
    notADate('Participation Start', start.unreadable),
    notADate('Participation End', end.unreadable),
    notADate('Date Loaded', loaded.unreadable),
  ]
  const { personCode, uln, surname, firstName, dateOfBirth } = identityOf(learner)
  return {
    status: comparison.status,
    personCode,
    uln,
    surname,
    firstName,
    dateOfBirth,
    errorCode: null,
    errorDescription: null,
    responseCode: answer.responseCode,
    responseDescription: answer.responseDescription,
    foundUln: answer.foundUln,
    reason: joined(notes),
    qualification: event.subject,
    grade: event.grade,
    awardDate: dayOf(event.achievementAwardDate).day,
    level: event.level,
    qualificationType: event.qualificationType,
    qualificationCode: event.subjectCode,
    credits: event.credits,
    resultStatus: resultStatusOf(event.status),
    source: event.source,
    awardingOrganisation: event.awardingOrganisationName,
    awardingOrganisationUkprn: event.awardingOrganisationUkprn,
    provider: event.achievementProviderName,
    providerUkprn: event.achievementProviderUkprn,
    participationStart: start.day,
    participationEnd: end.day,
    collectionType: event.collectionType,
    returnNumber: event.returnNumber,
    dateLoaded: loaded.day,
    language: event.languageForAssessment,
    underDataChallenge: event.underDataChallenge,
    restriction: event.restriction,
    lrsEventId: event.id,
    rowKey,
  }
}

/** LRS's F and P in words; any other code as sent (what else there is, is not known). */
function resultStatusOf(status: string | null): string | null {
  if (status === 'F') return 'Final'
  if (status === 'P') return 'Provisional'
  return status
}

function notADate(heading: string, text: string | null): string | null {
  return text === null ? null : `${heading} as LRS sent it is no date: ${text}`
}

/** Notes as one text of sentences; null when there is none. */
function joined(notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null && note !== '')
  return said.length === 0 ? null : said.join(' ')
}
