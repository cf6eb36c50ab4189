import type { LrsQuestion } from '../event/answer.ts'
import { lnkCodes } from '../codes/lnk.ts'
import type { LnkCode } from '../codes/lnk.ts'
import type { FoundLearner, Learner } from './learner.ts'
import { isUln, temporaryUln } from './uln.ts'

/** Why a learner is not sent to LRS; stands in the row's Error Code and Error Description. */
export interface LearnerProblem {
  readonly code: LnkCode
  readonly description: string
}

export interface EligibilityRules {
  /** LRS_REQUIRE_NOTICE=on: learners who have not seen the privacy notice, or opted out, are held back. */
  readonly noticeRequired: boolean
}

/** LRS takes names of 1 to 35 characters (lrs-contract.md A5); longer ones are reported, not cut. */
export const longestName = 35

/**
 * What keeps a learner from being looked up, or null when they can be. The first reason that staff
 * can act on wins: who they are, then what is missing, then what is wrong.
 */
export function problemOf(found: FoundLearner, rules: EligibilityRules): LearnerProblem | null {
  switch (found.kind) {
    case 'unknown':
      return problem('LNK0007')
    case 'merged':
      return mergedInto(found.keptPersonCode)
    case 'learner':
      return problemOfLearner(found.learner, rules)
  }
}

function problemOfLearner(learner: Learner, rules: EligibilityRules): LearnerProblem | null {
  if (isBlank(learner.uln)) return problem('LNK0001')
  if (isBlank(learner.firstName)) return problem('LNK0002')
  if (isBlank(learner.surname)) return problem('LNK0003')
  if (learner.uln === temporaryUln) return problem('LNK0005')
  if (!isUln(learner.uln ?? '')) return problem('LNK0004')
  if (tooLong(learner.firstName) || tooLong(learner.surname)) return problem('LNK0006')
  if (learner.sharesUlnWith !== null) return sharedUln(learner.sharesUlnWith)
  if (rules.noticeRequired && (learner.abilityToShare === '0' || learner.abilityToShare === '2')) {
    return problem('LNK0010')
  }
  return null
}

function mergedInto(keptPersonCode: string | null): LearnerProblem {
  if (keptPersonCode === null) return problem('LNK0008')
  return {
    code: 'LNK0008',
    description: `${lnkCodes.LNK0008} The record kept is person code ${keptPersonCode}: download that one.`,
  }
}

function sharedUln(others: readonly string[]): LearnerProblem {
  if (others.length === 0) return problem('LNK0009')
  return {
    code: 'LNK0009',
    description: `Person code ${others.join(', ')} in ebs has the same ULN. Find out whose it is and correct the other.`,
  }
}

/**
 * What LRS is asked for a learner without a problem.
 * @throws when the learner has one: `problemOf` decides first.
 */
export function questionOf(learner: Learner): LrsQuestion {
  const { uln, firstName, surname } = learner
  if (uln === null || firstName === null || surname === null) {
    throw new Error('A learner with a problem was about to be sent to LRS')
  }
  return {
    uln,
    givenName: firstName.trim(),
    familyName: surname.trim(),
    dateOfBirth: learner.dateOfBirth,
  }
}

function problem(code: LnkCode): LearnerProblem {
  return { code, description: lnkCodes[code] }
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

const tooLong = (text: string | null): boolean => (text ?? '').trim().length > longestName
