import { toEntry } from './formula/convert.ts'
import { plain, type Value } from './value.ts'

const OPERATOR = /^(<>|<=|>=|=|<|>)?(.*)$/s

/** Turns `*` and `?` (escaped by `~`) into a pattern for the whole text, without case. */
const wildcard = (text: string): RegExp => {
  const source = text.replace(/~?[*?~]|[.+^${}()|[\]\\]/g, (found) => {
    if (found === '*') return '.*'
    if (found === '?') return '.'
    return `\\${found.slice(-1)}`
  })
  return new RegExp(`^${source}$`, 'is')
}

const ordered = (operator: string, difference: number): boolean => {
  switch (operator) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    default:
      return difference >= 0
  }
}

/** Made once: localeCompare with options makes one for every comparison. */
const texts = new Intl.Collator('en', { sensitivity: 'base' })

/** Orders two values as Excel does: numbers before texts before truth values; texts without case. */
export const compareValues = (a: Value, b: Value): number => {
  const rank = (value: Value): number =>
    ['number', 'string', 'boolean', 'object'].indexOf(typeof value)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return texts.compare(String(plain(a)), String(plain(b)))
}

/**
 * A criterion as custom filters and COUNTIF take it: `>=6`, `<>open`, `=a*`, `abc`.
 * An operator without more asks for empty (`=`) or filled (`<>`) cells.
 */
export const readCriterion = (text: string): ((value: Value | undefined) => boolean) => {
  const [, operator = '=', operand = ''] = OPERATOR.exec(text) ?? []
  if (operand === '' && operator === '=') return (value) => value === undefined || value === ''
  if (operand === '' && operator === '<>') return (value) => value !== undefined && value !== ''
  const wanted = toEntry(operand)
  if (operator === '=' || operator === '<>') {
    const pattern = wildcard(operand)
    const equal = (value: Value | undefined): boolean =>
      value !== undefined &&
      (typeof wanted === 'number' && typeof value === 'number'
        ? value === wanted
        : pattern.test(String(plain(value))))
    return operator === '=' ? equal : (value) => !equal(value)
  }
  return (value) =>
    value !== undefined &&
    typeof value === typeof wanted &&
    ordered(operator, compareValues(value, wanted))
}
