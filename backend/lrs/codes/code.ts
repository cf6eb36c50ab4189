import type { Concern } from '../../plr/event/answer.ts'

/** The stable codes of problems that end a whole download or update (surface.md, the failed frame). */
export const stopCodes = [
  'lrs-password-refused',
  'lrs-organisation-unknown',
  'lrs-access-refused',
  'lrs-out-of-hours',
  'lrs-certificate-refused',
  'lrs-certificate-expired',
  'lrs-certificate-unreadable',
  'lrs-not-trusted',
  'lrs-proxy-refused',
  'lrs-unavailable',
] as const
export type StopCode = (typeof stopCodes)[number]

/** One code that can stand in the grid, and all that the link knows of it. */
export interface LrsCode {
  readonly code: string
  /** What it means, in plain English; the description in the grid. */
  readonly meaning: string
  /** Whose problem it is. */
  readonly concern: Concern
  /** What to do next. */
  readonly advice: string
  /** Where the meaning comes from. */
  readonly source: string
  /** Set where one such code ends the whole download. */
  readonly stops?: StopCode
  /** Set where the same call may be repeated: nothing was judged, so nothing can be locked. */
  readonly repeatable?: true
}
