import type { Decision } from '../../../../contract/index.ts'
import type { Words } from '../../words.ts'

/** "3 rows: 1 left out, 1 written, 1 the same as a record". */
export function draftWords(takes: readonly Decision['take'][], words: Words): string {
  const parts: readonly (readonly [Decision['take'], string])[] = [
    ['skip', 'left out'],
    ['write', 'written'],
    ['same-as', 'the same as a record'],
  ]
  const said = parts
    .map(([take, what]) => ({ count: takes.filter((each) => each === take).length, what }))
    .filter(({ count }) => count > 0)
    .map(({ count, what }) => `${words.number(count)} ${what}`)
  return `${words.count(takes.length, 'row')}: ${said.join(', ')}`
}
