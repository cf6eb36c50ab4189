import type { EventFacts } from '../event/learningEvent.ts'
import { dayOf } from '../event/day.ts'
import { storedGrade } from './grade.ts'
import type { JunkRule, JunkRules } from './rules/rules.ts'

/** A learning event that shows no result: no grade and no award date. */
export function isParticipation(facts: EventFacts): boolean {
  return storedGrade(facts.grade) === null && dayOf(facts.achievementAwardDate).day === null
}

/** Why a learning event needs the user's decision, whatever ebs holds. */
export function reviewReasons(
  facts: EventFacts,
  linkedUln: boolean,
  junk: JunkRules,
): readonly string[] {
  const participation = isParticipation(facts)
  return [
    linkedUln && 'LRS linked this ULN to another learner record: check that it is the same person',
    participation && 'Participation only: no grade and no award date',
    junkReason(junk.titles, facts.subject),
    !participation && junkReason(junk.grades, facts.grade),
    facts.status?.trim().toUpperCase() === 'P' && 'The result is provisional',
    facts.underDataChallenge?.trim().toUpperCase() === 'Y' && 'Under data challenge at LRS',
  ].filter((reason) => typeof reason === 'string')
}

function junkReason(rules: readonly JunkRule[], text: string | null): string | false {
  const given = text?.trim().toUpperCase()
  if (given === undefined || given === '') return false
  const rule = rules.find((one) => one.on && matches(one, given))
  return rule
    ? `Says nothing: ${rule.reason.charAt(0).toLowerCase()}${rule.reason.slice(1)}`
    : false
}

function matches({ is, beginsWith, contains }: JunkRule, given: string): boolean {
  return (
    given === is?.toUpperCase() ||
    (beginsWith !== undefined && given.startsWith(beginsWith.toUpperCase())) ||
    (contains !== undefined && given.includes(contains.toUpperCase()))
  )
}
