import type { LearningEvent } from '../../plr/event/learningEvent.ts'

type TextField = Exclude<keyof LearningEvent, 'id' | 'credits'>
export type EventTexts = Record<TextField | 'id' | 'credits', string | null>

/** The element of each field (model namespace), in the order of the service's schema. */
const elements = {
  AchievementAwardDate: 'achievementAwardDate',
  AchievementProviderName: 'achievementProviderName',
  AchievementProviderUkprn: 'achievementProviderUkprn',
  AwardingOrganisationName: 'awardingOrganisationName',
  AwardingOrganisationUkprn: 'awardingOrganisationUkprn',
  CollectionType: 'collectionType',
  Credits: 'credits',
  DateLoaded: 'dateLoaded',
  Grade: 'grade',
  ID: 'id',
  LanguageForAssessment: 'languageForAssessment',
  Level: 'level',
  ParticipationEndDate: 'participationEndDate',
  ParticipationStartDate: 'participationStartDate',
  QualificationType: 'qualificationType',
  Restriction: 'restriction',
  ReturnNumber: 'returnNumber',
  Source: 'source',
  Status: 'status',
  Subject: 'subject',
  SubjectCode: 'subjectCode',
  UnderDataChallenge: 'underDataChallenge',
} as const satisfies Record<string, keyof LearningEvent>

const fields = new Map<string, keyof EventTexts>(Object.entries(elements))

/** The field that an element of a LearningEvent fills, or undefined for one we do not know. */
export function fieldOf(element: string): keyof EventTexts | undefined {
  return fields.get(element)
}

/** An event of which nothing has been read yet: what stays null was absent. */
export function noTexts(): EventTexts {
  return {
    achievementAwardDate: null,
    achievementProviderName: null,
    achievementProviderUkprn: null,
    awardingOrganisationName: null,
    awardingOrganisationUkprn: null,
    collectionType: null,
    credits: null,
    dateLoaded: null,
    grade: null,
    id: null,
    languageForAssessment: null,
    level: null,
    participationEndDate: null,
    participationStartDate: null,
    qualificationType: null,
    restriction: null,
    returnNumber: null,
    source: null,
    status: null,
    subject: null,
    subjectCode: null,
    underDataChallenge: null,
  }
}

/**
 * The event, or what is wrong with it. `ID` and `Credits` are never left out by the service and are
 * whole numbers; an event without an id could not be told from its neighbour.
 */
export function eventOf(texts: EventTexts): LearningEvent | { readonly problem: string } {
  const { id, credits } = texts
  if (id === null || !/^\s*-?\d{1,19}\s*$/.test(id)) return { problem: 'an event has no valid ID' }
  if (credits === null) return { ...texts, id: id.trim(), credits: null }
  if (!/^\s*-?\d{1,15}\s*$/.test(credits)) return { problem: 'Credits of an event are no number' }
  return { ...texts, id: id.trim(), credits: Number(credits) }
}
