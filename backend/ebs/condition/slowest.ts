import { isEnrolment, isOwn } from './field.ts'
import { allRules, type Ask, type CheckedGroup, type CheckedRule } from './rule.ts'

const words: Readonly<Record<Ask['kind'], string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is greater than',
  '>=': 'is at least',
  between: 'is between',
  in: 'is one of',
  contains: 'contains',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  isNull: 'is empty',
  isFilled: 'is not empty',
}

/**
 * The rule of a condition that costs a database most, in words and without its value, which may be
 * personal. No index serves a text that is compared without case, nor a pattern that begins
 * anywhere; numbers, dates and codes of enrolments have one.
 */
export function slowestRule(group: CheckedGroup): string {
  const [first, ...others] = allRules(group)
  if (!first) return 'everybody'
  const slowest = others.reduce((one, other) => (costOf(other) > costOf(one) ? other : one), first)
  return `${slowest.field.label} ${words[slowest.ask.kind]} …`
}

function costOf({ field, ask }: CheckedRule): number {
  const pattern = ['contains', 'endsWith', 'beginsWith'].includes(ask.kind) ? 4 : 0
  const text = field.value === 'text' ? 3 : 0
  const all = ['!=', 'isNull', 'isFilled'].includes(ask.kind) ? 2 : 0
  // Enrolments have an index to begin with; records are read to the last to know the newest.
  const elsewhere = isOwn(field) ? 0 : isEnrolment(field) ? 1 : 4
  return pattern + text + all + elsewhere
}
