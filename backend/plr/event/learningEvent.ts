/**
 * One learning event as LRS sends it (lrs-contract.md B2): every value is LRS's own text, trimmed of
 * nothing; nil, empty and absent are all null. `credits` is the one number; `id` is kept as text.
 */
export interface LearningEvent {
  readonly achievementAwardDate: string | null
  readonly achievementProviderName: string | null
  readonly achievementProviderUkprn: string | null
  readonly awardingOrganisationName: string | null
  readonly awardingOrganisationUkprn: string | null
  readonly collectionType: string | null
  readonly credits: number | null
  readonly dateLoaded: string | null
  readonly grade: string | null
  readonly id: string
  readonly languageForAssessment: string | null
  readonly level: string | null
  readonly participationEndDate: string | null
  readonly participationStartDate: string | null
  readonly qualificationType: string | null
  readonly restriction: string | null
  readonly returnNumber: string | null
  readonly source: string | null
  readonly status: string | null
  readonly subject: string | null
  readonly subjectCode: string | null
  readonly underDataChallenge: string | null
}

/** The fields of an event that Update writes or compares; a row key carries exactly these. */
export const eventFactNames = [
  'source',
  'id',
  'subject',
  'grade',
  'achievementAwardDate',
  'subjectCode',
  'credits',
  'level',
  'qualificationType',
  'awardingOrganisationUkprn',
  'participationStartDate',
  'participationEndDate',
  'status',
  'underDataChallenge',
] as const

export type EventFacts = Pick<LearningEvent, (typeof eventFactNames)[number]>

/**
 * Names a learning event of one learner: LRS ids are only unique within their source (lrs-contract.md
 * H). At most 60 characters, whatever LRS sends.
 */
export function eventKey(event: Pick<LearningEvent, 'source' | 'id'>): string {
  return `${(event.source ?? '').slice(0, 40)}:${event.id.slice(0, 19)}`
}
