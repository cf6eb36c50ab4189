import type { ConditionGroup } from '../../../contract/index.ts'

/** Fields whose values would tell everybody of the college whom somebody searched for. */
const personalFields: readonly string[] = [
  'personCode',
  'uln',
  'surname',
  'firstName',
  'knownAs',
  'previousSurname',
  'dateOfBirth',
]
/** The fields of a condition that hold names, birth dates, ULNs or person codes. */
export function personalFieldsOf(group: ConditionGroup): readonly string[] {
  const found = group.rules.flatMap((rule): readonly string[] => {
    if ('rules' in rule) return personalFieldsOf(rule)
    return personalFields.includes(rule.field) && rule.value !== undefined ? [rule.field] : []
  })
  return [...new Set(found)]
}
