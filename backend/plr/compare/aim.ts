import { remembered } from './remembered.ts'

/** A SubjectCode as ebs keeps aims: `600/1166/X` is `6001166X`. Blank is null. */
export function aimOf(subjectCode: string | null): string | null {
  return subjectCode === null ? null : stripped(subjectCode)
}

const stripped = remembered((subjectCode) => subjectCode.replace(/[/\s]/g, '') || null)

/** For recognising only: an aim without case. */
export function normaliseAim(aim: string | null): string | null {
  return aim === null ? null : plain(aim)
}

const plain = remembered((aim) => aimOf(aim)?.toUpperCase() ?? null)
