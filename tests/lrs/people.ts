import type { LrsEvent, LrsPerson } from '../../sandbox/college/college.ts'

/** The check digit rule of ULNs, for making valid ones. */
export function ulnFrom(nineDigits: number): string | null {
  const digits = String(nineDigits)
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const rest = sum % 11
  return rest === 0 ? null : `${digits}${10 - rest}`
}

/** So many valid ULNs. */
export function someUlns(count: number): string[] {
  const ulns: string[] = []
  for (let base = 900_000_001; ulns.length < count; base += 1) {
    const uln = ulnFrom(base)
    if (uln !== null) ulns.push(uln)
  }
  return ulns
}

export function anEvent(id: number, more: Readonly<Record<string, string | null>> = {}): LrsEvent {
  return {
    AchievementAwardDate: '2022-08-25',
    AchievementProviderName: 'EXAMPLE HIGH SCHOOL',
    AchievementProviderUkprn: '99990101',
    AwardingOrganisationName: 'Example Awards Board',
    AwardingOrganisationUkprn: '100999',
    CollectionType: 'A',
    DateLoaded: '2023-01-31 09:15:00',
    Grade: '6',
    Level: null,
    ParticipationEndDate: '',
    ParticipationStartDate: '',
    QualificationType: 'GCSE',
    Restriction: '0',
    ReturnNumber: '01',
    Source: 'NPD',
    Status: 'F',
    Subject: 'GCSE (9-1) in Example Mathematics & Data',
    SubjectCode: '60140001',
    UnderDataChallenge: 'N',
    ...more,
    Credits: more.Credits ?? '0',
    ID: String(id),
  }
}

export function aPerson(uln: string, more: Partial<LrsPerson> = {}): LrsPerson {
  return {
    uln,
    masterUln: null,
    givenName: 'Ada',
    familyName: 'Example',
    previousFamilyName: null,
    dateOfBirth: '2004-02-29',
    gender: '2',
    shares: true,
    events: [anEvent(1), anEvent(2)],
    ...more,
  }
}
