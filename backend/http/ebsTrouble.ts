import { DatabaseError, isOutage } from '../database/index.ts'

/** What a person is told when ebs itself is why a request failed. */
export interface EbsTrouble {
  readonly code: 'ebs-unavailable' | 'ebs-busy'
  readonly detail: string
}

const away: EbsTrouble = {
  code: 'ebs-unavailable',
  detail: 'The ebs database does not answer. Try again in a moment.',
}
const busy: EbsTrouble = {
  code: 'ebs-busy',
  detail:
    'ebs is busy: somebody holds the records asked for, or reading them takes too long. Try again in a moment.',
}

/** Null when an error has another cause than ebs being away or busy. */
export function ebsTrouble(error: unknown): EbsTrouble | null {
  if (isOutage(error)) return away
  const isBusy =
    error instanceof DatabaseError &&
    ['lock-timeout', 'time-limit', 'deadlock'].includes(error.fault)
  return isBusy ? busy : null
}
