import { sessionSheetName } from '../../../../contract/index.ts'

/** Excel takes 31 characters for the name of a worksheet. */
const longest = 31

/**
 * The name of the session's worksheet: it says an environment other than live, and steps aside for a
 * sheet of the same name. Names are compared without case, as Excel does.
 */
export function freeSheetName(environment: string, taken: readonly string[]): string {
  const suffix =
    environment === 'live' ? '' : ` ${environment.replace(/[\\/?*[\]:']/g, ' ').trim()}`
  const wanted = cut(`${sessionSheetName}${suffix}`, longest).trimEnd()
  const names = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${String(number)}`
    const name = `${cut(wanted, longest - ending.length)}${ending}`
    if (!names.has(name.toLowerCase())) return name
  }
}

/** No half of a character that takes two places: Excel would not take it. */
const cut = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
