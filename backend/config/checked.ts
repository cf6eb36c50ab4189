/** What was read and can be used, or everything that is wrong with it, each by its variable. */
export type Checked<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

export const ok = <Value>(value: Value): Checked<Value> => ({ kind: 'ok', value })

export const wrong = (...problems: readonly string[]): Checked<never> => ({
  kind: 'wrong',
  problems,
})

export const problemsOf = (checked: Checked<unknown>): readonly string[] =>
  checked.kind === 'wrong' ? checked.problems : []
