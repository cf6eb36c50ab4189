import { createAssess } from './assess.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import type { CompareLearner } from './comparison.ts'
import { createDifference } from './difference.ts'
import { createRecogniser } from './recognise.ts'
import type { CompareRules } from './rules/rules.ts'
import { createWriter } from './written.ts'

export interface ComparerParts {
  readonly mapping: AttainmentMapping
  readonly rules: CompareRules
}

/** Makes the comparison that a download shows: all events of one learner against what ebs holds. */
export function createComparer(parts: ComparerParts): CompareLearner {
  const { write, recognise, assess } = createCompareSteps(parts)
  return (events, holdings, linkedUln) => {
    const subjects = events.map((facts) => ({ facts, written: write(facts), shown: null }))
    return recognise(subjects, holdings).map((one) => assess(one, linkedUln))
  }
}

/** The steps of a comparison, the same for what a download shows and for what Update judges. */
export function createCompareSteps({ mapping, rules }: ComparerParts) {
  const differ = createDifference(mapping, rules)
  return {
    write: createWriter(mapping),
    recognise: createRecogniser({ mapping, differ }),
    assess: createAssess(rules),
    differ,
  }
}
