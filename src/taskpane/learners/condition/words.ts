import type {
  ConditionGroup,
  ConditionRule,
  LearnerField,
  Operator,
} from '../../../../contract/index.ts'

/** Operators as they are read in a sentence: "Surname begins with Sm". */
export const operatorWords: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  contains: 'contains',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  '<': 'is before or below',
  '<=': 'is at most',
  '>': 'is after or above',
  '>=': 'is at least',
  between: 'is between',
  in: 'is one of',
  null: 'is empty',
  notNull: 'is not empty',
}

/** The condition as a sentence, for a search that found nobody. */
export function inWords(group: ConditionGroup, fields: readonly LearnerField[]): string {
  if (group.rules.length === 0) return group.not ? 'nobody' : 'everybody'
  const parts = group.rules.map((rule) => {
    if ('field' in rule) return ruleInWords(rule, fields)
    const inner = inWords(rule, fields)
    return rule.rules.length > 1 && !rule.not ? `(${inner})` : inner
  })
  const all = parts.join(` ${group.combinator} `)
  return group.not ? `not (${all})` : all
}

function ruleInWords(rule: ConditionRule, fields: readonly LearnerField[]): string {
  const field = fields.find(({ name }) => name === rule.field)
  const start = `${field?.label ?? rule.field} ${operatorWords[rule.operator]}`
  if (rule.operator === 'null' || rule.operator === 'notNull') return start
  const { value } = rule
  if (rule.operator === 'between' && Array.isArray(value)) {
    return `${start} ${value.map((each) => valueInWords(each, field)).join(' and ')}`
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, 3).map((each) => valueInWords(each, field))
    const more = value.length - shown.length
    return `${start} ${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
  }
  return `${start} ${valueInWords(value ?? '', field)}`
}

function valueInWords(value: string | boolean, field: LearnerField | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return field?.values?.find((each) => each.value === value)?.label ?? `“${value}”`
}
