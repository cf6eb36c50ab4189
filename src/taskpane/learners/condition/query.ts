import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { operators } from '../../../../contract/index.ts'
import type {
  ConditionGroup,
  ConditionRule,
  LearnerField,
  Operator,
} from '../../../../contract/index.ts'

/** The builder's empty query: everybody, until a condition is added. */
export const emptyQuery: RuleGroupType = { combinator: 'and', rules: [] }

export type ReadQuery =
  | { readonly kind: 'ready'; readonly condition: ConditionGroup }
  /** Conditions without a value to search for: leaving them out silently would find other people than meant. */
  | { readonly kind: 'unfinished'; readonly count: number }

/**
 * The condition that the builder's query means to the backend. What stands in one of the `dateFields`
 * and is no day counts as no value.
 */
export function readQuery(
  query: RuleGroupType,
  dateFields: ReadonlySet<string> = new Set(),
): ReadQuery {
  const unfinished = countUnfinished(query, dateFields)
  if (unfinished > 0) return { kind: 'unfinished', count: unfinished }
  return { kind: 'ready', condition: toGroup(query) }
}

/** The names of the fields whose values are days. */
export function dateFields(fields: readonly LearnerField[] | null): ReadonlySet<string> {
  return new Set(fields?.filter(({ type }) => type === 'date').map(({ name }) => name))
}

/** The builder's query for a saved condition. */
export function toQuery(condition: ConditionGroup): RuleGroupType {
  return {
    combinator: condition.combinator,
    ...(condition.not ? { not: true } : {}),
    rules: condition.rules.map((rule) =>
      'field' in rule ? { ...rule, value: rule.value } : toQuery(rule),
    ),
  }
}

function toGroup(group: RuleGroupType): ConditionGroup {
  return {
    combinator: group.combinator === 'or' ? 'or' : 'and',
    ...(group.not ? { not: true } : {}),
    rules: group.rules.map((rule) => ('rules' in rule ? toGroup(rule) : toRule(rule))),
  }
}

function toRule(rule: RuleType): ConditionRule {
  const operator = operatorOf(rule)
  const { field } = rule
  if (operator === 'null' || operator === 'notNull') return { field, operator }
  const value = valuesOf(rule)
  if (operator === 'in' || operator === 'between') return { field, operator, value }
  return { field, operator, value: value[0] ?? '' }
}

function operatorOf(rule: RuleType): Operator {
  return operators.find((each) => each === rule.operator) ?? '='
}

/** The values a rule holds; a text is trimmed, and a list in one text is read apart. */
function valuesOf(rule: RuleType): (string | boolean)[] {
  const value: unknown = rule.value
  if (typeof value === 'boolean') return [value]
  const several = rule.operator === 'in' || rule.operator === 'between'
  if (Array.isArray(value) && several) return value.map((each) => String(each).trim())
  const text = Array.isArray(value) ? value.join(', ') : scalarText(value)
  if (rule.operator !== 'in') return [text.trim()]
  // Names may hold spaces, numbers do not.
  const apart = numbered.has(rule.field) ? /[\s,;]+/ : /[\t\r\n,;]+/
  const entries = text.split(apart).map((each) => each.trim())
  return [...new Set(entries.filter((each) => each !== ''))]
}

const numbered = new Set(['personCode', 'uln'])

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function countUnfinished(group: RuleGroupType, dateFields: ReadonlySet<string>): number {
  return group.rules.reduce((sum, rule) => {
    if ('rules' in rule) return sum + countUnfinished(rule, dateFields)
    return sum + (isFinished(rule, dateFields.has(rule.field)) ? 0 : 1)
  }, 0)
}

const isDay = (text: string | boolean) => /^\d{4}-\d{2}-\d{2}$/.test(String(text))

function isFinished(rule: RuleType, days: boolean): boolean {
  const operator = operatorOf(rule)
  if (operator === 'null' || operator === 'notNull') return true
  const values = valuesOf(rule)
  const enough = operator === 'between' ? 2 : 1
  return values.length >= enough && values.every((each) => (days ? isDay(each) : each !== ''))
}
