import type { EventFacts } from '../event/learningEvent.ts'
import { dayOf } from '../event/day.ts'
import { storedGrade } from './grade.ts'
import type { JunkRule, JunkRules } from './rules/rules.ts'

/** A learning event that shows no result: no grade and no award date. */
export function isParticipation(facts: EventFacts): boolean {
  return storedGrade(facts.grade) === null && dayOf(facts.achievementAwardDate).day === null
}

/** Says why a learning event needs the user's decision, whatever ebs holds. */
export function createReview(
  junk: JunkRules,
): (facts: EventFacts, linkedUln: boolean) => readonly string[] {
  const junkTitle = junkFinder(junk.titles)
  const junkGrade = junkFinder(junk.grades)
  return (facts, linkedUln) => {
    const participation = isParticipation(facts)
    return [
      linkedUln &&
        'LRS linked this ULN to another learner record: check that it is the same person',
      participation && 'Participation only: no grade and no award date',
      junkTitle(facts.subject),
      !participation && junkGrade(facts.grade),
      facts.status?.trim().toUpperCase() === 'P' && 'The result is provisional',
      facts.underDataChallenge?.trim().toUpperCase() === 'Y' && 'Under data challenge at LRS',
    ].filter((reason) => typeof reason === 'string')
  }
}

/** Finds the reason of the first rule that a text meets; texts are compared without case. */
function junkFinder(rules: readonly JunkRule[]): (text: string | null) => string | undefined {
  const tests = rules
    .filter((rule) => rule.on)
    .map(({ is, beginsWith, contains, reason }) => ({
      reason,
      is: is?.toUpperCase(),
      begins: beginsWith?.toUpperCase(),
      contains: contains?.toUpperCase(),
    }))
  return (text) => {
    const given = text?.trim().toUpperCase()
    if (given === undefined || given === '') return undefined
    return tests.find(
      (one) =>
        given === one.is ||
        (one.begins !== undefined && given.startsWith(one.begins)) ||
        (one.contains !== undefined && given.includes(one.contains)),
    )?.reason
  }
}
