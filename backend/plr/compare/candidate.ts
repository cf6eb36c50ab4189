import type { Held } from '../rowkey/rowKey.ts'
import type { Attainment, AttainmentValues } from './attainment.ts'
import { digestOf } from './digest.ts'

/** One of a learner's records in ebs, and whether an event has claimed it. */
export class Candidate implements Held {
  readonly attainmentCode: string
  readonly values: AttainmentValues
  isClaimed = false

  constructor({ attainmentCode, values }: Attainment) {
    this.attainmentCode = attainmentCode
    this.values = values
  }

  /** Worked out when a row key asks for it: comparing alone does not need it. */
  get digest(): string {
    return digestOf(this.values)
  }
}
