import type { Attainment } from './attainment.ts'

/** One of a learner's records in ebs, and whether an event has claimed it. */
export interface Candidate {
  readonly attainment: Attainment
  isClaimed: boolean
}
