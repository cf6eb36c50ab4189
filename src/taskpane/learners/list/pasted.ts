import { limits } from '../../../../contract/index.ts'
import type { ConditionGroup, ConditionRule, ListedLearner } from '../../../../contract/index.ts'

/** A list somebody pasted, from a sheet or a mail, read as person codes and ULNs. */
export interface PastedList {
  /** Distinct entries that can be looked up, in the order given. */
  readonly entries: readonly string[]
  /** Entries that are neither a person code nor a ULN. */
  readonly notUnderstood: readonly string[]
  readonly duplicates: number
}

/**
 * Reads entries apart by white space, tabs, commas and semicolons; quotes around them are dropped, and
 * zeros that a sheet put in front of a number.
 */
export function readList(text: string): PastedList {
  const all = text
    .split(/[\s,;]+/)
    .map((entry) => entry.replace(/^["']+|["']+$/g, ''))
    .filter((entry) => entry !== '')
    .map((entry) => (/^0*[1-9]\d*$/.test(entry) ? entry.replace(/^0+/, '') : entry))
  const distinct = [...new Set(all)]
  const known = /^[1-9]\d{0,9}$/
  return {
    entries: distinct.filter((entry) => known.test(entry)),
    notUnderstood: distinct.filter((entry) => !known.test(entry)),
    duplicates: all.length - distinct.length,
  }
}

const mayBeUln = (entry: string) => entry.length === 10

/** The condition that finds these entries: ten digits may be a ULN as well as a person code. */
export function listCondition(entries: readonly string[]): ConditionGroup {
  return {
    combinator: 'or',
    rules: [...inRules('personCode', entries), ...inRules('uln', entries.filter(mayBeUln))],
  }
}

function inRules(field: string, values: readonly string[]): ConditionRule[] {
  const rules: ConditionRule[] = []
  for (let at = 0; at < values.length; at += limits.inValues) {
    rules.push({ field, operator: 'in', value: values.slice(at, at + limits.inValues) })
  }
  return rules
}

/** The entries that none of the learners found answers to. */
export function notFound(
  entries: readonly string[],
  found: readonly Pick<ListedLearner, 'personCode' | 'uln'>[],
): readonly string[] {
  const known = new Set(found.flatMap(({ personCode, uln }) => [personCode, uln ?? '']))
  return entries.filter((entry) => !known.has(entry))
}
