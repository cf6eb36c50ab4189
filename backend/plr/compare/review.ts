import type { EventFacts } from '../event/learningEvent.ts'
import { dayOf } from '../event/day.ts'
import { storedGrade } from './grade.ts'
import { remembered } from './remembered.ts'
import type { JunkRule, JunkRules } from './rules/rules.ts'

/** A learning event that shows no result: no grade and no award date. */
export function isParticipation(facts: EventFacts): boolean {
  return storedGrade(facts.grade) === null && dayOf(facts.achievementAwardDate).day === null
}

/** Says why a learning event needs the user's decision, whatever ebs holds; the list is the caller's. */
export function createReview(junk: JunkRules): (facts: EventFacts, linkedUln: boolean) => string[] {
  const junkTitle = junkFinder(junk.titles)
  const junkGrade = junkFinder(junk.grades)
  return (facts, linkedUln) => {
    const reasons: string[] = []
    if (linkedUln) {
      reasons.push(
        'LRS linked this ULN to another learner record: check that it is the same person',
      )
    }
    const participation = isParticipation(facts)
    if (participation) reasons.push('Participation only: no grade and no award date')
    const title = junkTitle(facts.subject)
    if (title !== null) reasons.push(title)
    const grade = participation ? null : junkGrade(facts.grade)
    if (grade !== null) reasons.push(grade)
    if (isOneOf(provisional, facts.status)) reasons.push('The result is provisional')
    if (isOneOf(yes, facts.underDataChallenge)) reasons.push('Under data challenge at LRS')
    return reasons
  }
}

const provisional = ['P', 'p']
const yes = ['Y', 'y']

function isOneOf(letters: readonly string[], text: string | null): boolean {
  return text !== null && letters.includes(text.trim())
}

/** Finds the reason of the first rule that a text meets; texts are compared without case. */
function junkFinder(rules: readonly JunkRule[]): (text: string | null) => string | null {
  const tests = rules
    .filter((rule) => rule.on)
    .map(({ is, beginsWith, contains, reason }) => ({
      reason,
      is: is?.toUpperCase(),
      begins: beginsWith?.toUpperCase(),
      contains: contains?.toUpperCase(),
    }))
  const reasonOf = remembered((text) => {
    const given = text.trim().toUpperCase()
    if (given === '') return null
    const met = tests.find(
      (one) =>
        given === one.is ||
        (one.begins !== undefined && given.startsWith(one.begins)) ||
        (one.contains !== undefined && given.includes(one.contains)),
    )
    return met?.reason ?? null
  })
  return (text) => (text === null ? null : reasonOf(text))
}
