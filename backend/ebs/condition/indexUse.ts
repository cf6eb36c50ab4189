import { sql, type Dialect } from '../../database/index.ts'
import type { FieldValue } from './field.ts'
import type { Ask } from './rule.ts'

/** Whether an index that begins with the tested column can be used for a test, and how; else why not. */
export type IndexUse =
  | { readonly kind: 'seek'; readonly by: 'equality' | 'range' | 'list' }
  | { readonly kind: 'none'; readonly why: string }

/**
 * What an index on the bare column is good for in a test that `compare` makes: it is when the column
 * stands by itself beside bound values of its own type, and the test asks for a few rows.
 */
export function indexUse(dialect: Dialect, value: FieldValue, kind: Ask['kind']): IndexUse {
  if (kind === '!=' || kind === 'isNull' || kind === 'isFilled') {
    return none('what is empty, filled or other than a value is too much of a table')
  }
  if (value === 'text' || value === 'code') {
    return none(`the column stands in ${dialect.folded(sql`c`).text}`)
  }
  if (kind === 'contains' || kind === 'beginsWith' || kind === 'endsWith') {
    return none(`the column stands in ${dialect.numberText(sql`c`).text}`)
  }
  if (value === 'date') {
    return kind === 'in' ? none('the column stands without its time of day') : seek('range')
  }
  if (kind === '=') return seek('equality')
  return seek(kind === 'in' ? 'list' : 'range')
}

const none = (why: string): IndexUse => ({ kind: 'none', why })
const seek = (by: 'equality' | 'range' | 'list'): IndexUse => ({ kind: 'seek', by })
