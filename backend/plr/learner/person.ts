import type { Visibility } from './learner.ts'

/** The signed-in person on whose behalf something is done. */
export interface Person {
  /** The token's `sub`: who owns idempotency keys and saved conditions. */
  readonly subject: string
  readonly name: string
  /** The token's `preferred_username`; the ebs user is found by it. */
  readonly userName: string
  readonly role: 'Admin' | 'User'
  readonly visibility: Visibility
}
