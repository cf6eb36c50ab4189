import type { Field } from './field.ts'

/** What a rule asks of one column, with its values checked. `isNull` and `isFilled` need none. */
export type Ask =
  | { readonly kind: 'isNull' }
  | { readonly kind: 'isFilled' }
  | { readonly kind: 'contains' | 'beginsWith' | 'endsWith'; readonly value: string }
  | { readonly kind: '!='; readonly value: string }
  | { readonly kind: '=' | '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly kind: 'between'; readonly low: string; readonly high: string }
  /** `orNull`: the list holds an empty text, which stands for an empty value. */
  | { readonly kind: 'in'; readonly values: readonly string[]; readonly orNull: boolean }

export interface CheckedRule {
  readonly field: Field
  readonly ask: Ask
}

export interface CheckedGroup {
  readonly combinator: 'and' | 'or'
  readonly not: boolean
  readonly rules: readonly CheckedRule[]
  readonly groups: readonly CheckedGroup[]
}

/** Every rule of a condition, from the outside in. */
export function allRules(group: CheckedGroup): readonly CheckedRule[] {
  return [...group.rules, ...group.groups.flatMap(allRules)]
}
