import type { Board } from './awarding.ts'
import { boards } from './awarding.ts'
import type { LrsEvent } from './college.ts'
import type { Qualification } from './qualifications.ts'
import type { Provider } from './schools.ts'

/** A learning event before it has its number; sources fill in different elements (lrs-contract B2). */
export type EventDraft = Readonly<Record<string, string | null>> & { readonly Credits: string }

const ofProvider = (provider: Provider) => ({
  AchievementProviderName: provider.name.toUpperCase(),
  AchievementProviderUkprn: provider.ukprn,
})

const ofBoard = (board: Board) => ({
  AwardingOrganisationName: board.name,
  AwardingOrganisationUkprn: board.code,
})

/** The aim code of a qualification: its number without slashes. */
export const aimOf = (number: string): string => number.replaceAll('/', '')

/** Schools' examination data: a real grade, empty participation dates, the number without slashes. */
export function npdEvent(
  qualification: Qualification,
  grade: string,
  awarded: string,
  school: Provider,
): EventDraft {
  return {
    AchievementAwardDate: awarded,
    ...ofProvider(school),
    ...ofBoard(qualification.board),
    CollectionType: 'A',
    Credits: '0',
    DateLoaded: `${Number(awarded.slice(0, 4)) + 1}-01-31 09:15:00`,
    Grade: grade,
    Level: null,
    ParticipationEndDate: '',
    ParticipationStartDate: '',
    QualificationType: qualification.type,
    Restriction: '0',
    ReturnNumber: '01',
    Source: 'NPD',
    Status: 'F',
    Subject: qualification.subject,
    SubjectCode: aimOf(qualification.number),
    UnderDataChallenge: 'N',
  }
}

/** Uploaded by the awarding organisation: level and language, no provider, no participation. */
export function aoEvent(qualification: Qualification, grade: string, awarded: string): EventDraft {
  return {
    AchievementAwardDate: awarded,
    AchievementProviderName: '',
    AchievementProviderUkprn: '',
    ...ofBoard(qualification.board),
    Credits: String(qualification.credits),
    DateLoaded: `${awarded} 18:40:11`,
    Grade: grade,
    LanguageForAssessment: 'English',
    Level: qualification.level,
    QualificationType: qualification.type,
    Source: 'AO',
    Status: 'F',
    Subject: qualification.subject,
    SubjectCode: qualification.number,
    UnderDataChallenge: 'N',
  }
}

/** A unit of the Qualifications and Credit Framework: as an awarding organisation's, type empty. */
export function qcfuEvent(unit: Qualification, awarded: string): EventDraft {
  return { ...aoEvent(unit, 'Pass', awarded), QualificationType: '', Source: 'QCFU' }
}

/** A provider's return: somebody took part. No award date, no grade, the awarding body unknown. */
export function ilrEvent(
  [subject, code]: readonly [string, string],
  [start, end]: readonly [string, string],
  provider: Provider,
): EventDraft {
  return {
    AchievementAwardDate: '',
    ...ofProvider(provider),
    ...ofBoard(boards.unknown),
    CollectionType: 'W',
    Credits: '0',
    DateLoaded: `${Number(start.slice(0, 4)) + 1}-02-17 16:47:04`,
    Grade: '9999999999',
    Level: null,
    ParticipationEndDate: end,
    ParticipationStartDate: start,
    QualificationType: 'Other',
    Restriction: '0',
    ReturnNumber: '02',
    Source: 'ILR',
    Status: 'F',
    Subject: subject,
    SubjectCode: code,
    UnderDataChallenge: 'N',
  }
}

/** How many events one learner may have before numbers would meet the next one's. */
const roomPerLearner = 256
const firstNumbers: Readonly<Record<string, number>> = {
  NPD: 1_000_000,
  ILR: 300_000_000,
  AO: 600_000_000,
  QCFU: 900_000_000,
}

/** Gives events their LRS numbers: different within a source, the same at every start. */
export function numbered(drafts: readonly EventDraft[], learner: number): LrsEvent[] {
  return drafts.map((draft, place) => ({
    ...draft,
    ID: String((firstNumbers[draft.Source ?? ''] ?? 0) + learner * roomPerLearner + place),
  }))
}
