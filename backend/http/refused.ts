import type { ProblemGiven } from './problem.ts'

/** Carries a problem from where a request is refused with an error to the error handler. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly statusCode: number
  readonly given: ProblemGiven
  constructor(given: ProblemGiven) {
    super(given.detail)
    this.statusCode = given.status
    this.given = given
  }
}
