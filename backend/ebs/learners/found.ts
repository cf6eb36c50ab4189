import type { FoundLearner, Learner, Visibility } from '../../plr/learner/learner.ts'

/** A record of PEOPLE as one person may see it. */
export interface PersonRecord {
  readonly learner: Learner
  readonly isLearner: boolean
  readonly isVisible: boolean
  readonly isEnrolled: boolean
}

/** Whether the asker may be told of a person code. */
export type MayName = (personCode: string) => boolean

/**
 * What ebs says of a person code, in the words of somebody who may see only some learners: nobody
 * whom they may not see is named. Null when it is nobody for them.
 * @param kept the person whom ebs merged this one into
 */
export function foundOf(
  personCode: string,
  record: PersonRecord | undefined,
  kept: string | undefined,
  mayName: MayName,
): FoundLearner | null {
  if (record && !record.isLearner) return null
  if (kept !== undefined) {
    // A merge takes the enrolments, or the whole record, over to who is kept: they decide then.
    const own = record?.isEnrolled ? record : undefined
    if (!(own ? own.isVisible : mayName(kept))) return null
    const keptPersonCode = mayName(kept) ? kept : null
    return { kind: 'merged', personCode, learner: record?.learner ?? null, keptPersonCode }
  }
  if (!record?.isVisible) return null
  const { learner } = record
  const sharesUlnWith = learner.sharesUlnWith?.filter(mayName)
  return { kind: 'learner', learner: sharesUlnWith ? { ...learner, sharesUlnWith } : learner }
}

export const codeOf = (found: FoundLearner): string =>
  found.kind === 'learner' ? found.learner.personCode : found.personCode

/**
 * Which of these people the asker may be told of.
 * @param read the records of some codes; not asked when everybody may be seen, or nobody is named
 */
export async function whoMayBeNamed(
  codes: readonly string[],
  visibility: Visibility,
  read: (codes: readonly string[]) => Promise<ReadonlyMap<string, PersonRecord>>,
): Promise<MayName> {
  if (visibility.kind === 'all' || codes.length === 0) return () => true
  const people = await read([...new Set(codes)])
  return (code) => people.get(code)?.isVisible ?? false
}
