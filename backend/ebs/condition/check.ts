import {
  limits,
  type ConditionGroup,
  type ConditionRule,
  type Operator,
} from '../../../contract/index.ts'
import { operatorsOf, type Field } from './field.ts'
import type { Ask, CheckedGroup, CheckedRule } from './rule.ts'
import { checkValue } from './value.ts'

export type Checked =
  | { readonly kind: 'checked'; readonly group: CheckedGroup }
  | { readonly kind: 'wrong'; readonly detail: string }

/** Why a condition cannot be asked; never leaves this file. */
class Wrong extends Error {}

/**
 * Checks a condition against the fields there are and the rules of surface.md (Conditions): depth,
 * number of rules, operators of each field, form of each value. Empty text is turned into the
 * question for an empty value here, so that nothing after this meets one.
 */
export function checkCondition(
  fields: ReadonlyMap<string, Field>,
  condition: ConditionGroup,
): Checked {
  try {
    const group = checkGroup(fields, condition, 1)
    const count = countRules(condition)
    if (count > limits.conditionRules) {
      throw new Wrong(
        `The condition has ${count} rules; at most ${limits.conditionRules} are taken.`,
      )
    }
    return { kind: 'checked', group }
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'wrong', detail: error.message }
    throw error
  }
}

function checkGroup(
  fields: ReadonlyMap<string, Field>,
  group: ConditionGroup,
  depth: number,
): CheckedGroup {
  if (depth > limits.conditionDepth) {
    throw new Wrong(`The condition is nested deeper than ${limits.conditionDepth} groups.`)
  }
  return {
    combinator: group.combinator,
    not: group.not ?? false,
    rules: group.rules.flatMap((rule) => ('rules' in rule ? [] : [checkRule(fields, rule)])),
    groups: group.rules.flatMap((rule) =>
      'rules' in rule ? [checkGroup(fields, rule, depth + 1)] : [],
    ),
  }
}

const countRules = (group: ConditionGroup): number =>
  group.rules.reduce((sum, rule) => sum + ('rules' in rule ? countRules(rule) : 1), 0)

function checkRule(fields: ReadonlyMap<string, Field>, rule: ConditionRule): CheckedRule {
  const field = fields.get(rule.field)
  if (!field) throw new Wrong(`There is no field "${rule.field.slice(0, 40)}".`)
  if (!operatorsOf[field.value].includes(rule.operator)) {
    throw new Wrong(`${field.label} cannot be asked with "${rule.operator}".`)
  }
  return { field, ask: askOf(field, rule.operator, rule.value) }
}

function askOf(field: Field, operator: Operator, given: ConditionRule['value']): Ask {
  switch (operator) {
    case 'null':
      return { kind: 'isNull' }
    case 'notNull':
      return { kind: 'isFilled' }
    case 'in':
      return askIn(field, listOf(field, operator, given))
    case 'between':
      return askBetween(field, listOf(field, operator, given))
    case 'contains':
    case 'beginsWith':
    case 'endsWith':
      return { kind: operator, value: patternOf(field, operator, given) }
    default:
      return askScalar(field, operator, scalarOf(field, operator, given))
  }
}

type Scalar = string | boolean

function scalarOf(field: Field, operator: Operator, given: ConditionRule['value']): Scalar {
  if (given === null || given === undefined) return ''
  if (typeof given === 'object') throw new Wrong(`${field.label} "${operator}" takes one value.`)
  return given
}

function listOf(
  field: Field,
  operator: Operator,
  given: ConditionRule['value'],
): readonly Scalar[] {
  if (!Array.isArray(given)) throw new Wrong(`${field.label} "${operator}" takes a list.`)
  return given
}

function patternOf(field: Field, operator: Operator, given: ConditionRule['value']): string {
  const text = scalarOf(field, operator, given)
  if (typeof text !== 'string') throw new Wrong(`${field.label} takes text.`)
  const least = operator === 'beginsWith' ? 1 : 2
  if ([...text.normalize('NFC')].length < least) {
    throw new Wrong(`${field.label} "${operator}" needs at least ${least} characters.`)
  }
  return text
}

function askScalar(
  field: Field,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  given: Scalar,
): Ask {
  if (given !== '') return { kind: operator, value: valueOf(field, given) }
  if (operator === '=') return { kind: 'isNull' }
  if (operator === '!=') return { kind: 'isFilled' }
  throw new Wrong(`${field.label} "${operator}" needs a value.`)
}

function askBetween(field: Field, given: readonly Scalar[]): Ask {
  const [low, high] = given
  if (given.length !== 2 || !low || !high) {
    throw new Wrong(`${field.label} "between" takes two values.`)
  }
  return { kind: 'between', low: valueOf(field, low), high: valueOf(field, high) }
}

function askIn(field: Field, given: readonly Scalar[]): Ask {
  if (given.length === 0 || given.length > limits.inValues) {
    throw new Wrong(`${field.label} "in" takes 1 to ${limits.inValues} values.`)
  }
  const filled = given.filter((value) => value !== '')
  const values = [...new Set(filled.map((value) => valueOf(field, value)))]
  return { kind: 'in', values, orNull: filled.length < given.length }
}

function valueOf(field: Field, given: Scalar): string {
  const checked = checkValue(field, given)
  if (checked.kind === 'wrong') throw new Wrong(checked.detail)
  return checked.value
}
