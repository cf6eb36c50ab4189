import type { EventFacts } from '../event/learningEvent.ts'
import { createAssess } from './assess.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { Case } from './case.ts'
import type { Shown } from './case.ts'
import { columnRules } from './columnRules.ts'
import type { CompareLearner } from './comparison.ts'
import { createDifference } from './difference.ts'
import { fieldsOf } from './fields.ts'
import { createGlance } from './glance.ts'
import { createRecogniser } from './recognise.ts'
import type { CompareRules } from './rules/rules.ts'
import { writerBy } from './written.ts'

export interface ComparerParts {
  readonly mapping: AttainmentMapping
  readonly rules: CompareRules
}

/** Makes the comparison that a download shows: all events of one learner against what ebs holds. */
export function createComparer(parts: ComparerParts): CompareLearner {
  const { open, recognise, assess } = createCompareSteps(parts)
  return (events, holdings, linkedUln) => {
    const cases = events.map((facts) => open(facts, null))
    recognise(cases, holdings)
    return cases.map((one) => assess(one, linkedUln))
  }
}

/** The steps of a comparison, the same for what a download shows and for what Update judges. */
export function createCompareSteps({ mapping, rules }: ComparerParts) {
  const columns = columnRules(mapping)
  const fields = fieldsOf(columns)
  const cases = {
    aimOf: fields.cellOf('aim'),
    dateOf: fields.cellOf('awardDate'),
    write: writerBy(columns),
  }
  const differ = createDifference(columns, rules)
  return {
    open: (facts: EventFacts, shown: Shown) => new Case(facts, shown, cases),
    recognise: createRecogniser({ mapping, fields, glance: createGlance(columns, fields), differ }),
    assess: createAssess(rules),
    differ,
  }
}
