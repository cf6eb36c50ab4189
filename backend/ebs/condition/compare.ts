import { anyOf, sql, type Dialect, type Sql } from '../../database/index.ts'
import type { Field } from './field.ts'
import type { Ask } from './rule.ts'
import { dayAfter } from './value.ts'

/** What a flag's column holds for true and false. */
export interface FlagValues {
  readonly yes: string
  readonly no: string
}

/**
 * The test of one column. `!=` also finds what is empty; all other comparisons find only what is
 * filled. The table of operators in `operators.integration.test.ts` is the rule of each.
 */
export function compare(
  dialect: Dialect,
  flags: FlagValues,
  field: Field,
  column: Sql,
  ask: Ask,
): Sql {
  if (ask.kind === 'isNull') return isNull(dialect, field, column)
  if (ask.kind === 'isFilled') return isFilled(dialect, field, column)
  if (ask.kind === '!=') {
    const same = { kind: '=', value: ask.value } as const
    return sql`(not ${tested(dialect, flags, field, column, same)} or ${column} is null)`
  }
  if (ask.kind === 'in' && ask.orNull) {
    const empty = isNull(dialect, field, column)
    return ask.values.length === 0
      ? empty
      : anyOf([tested(dialect, flags, field, column, ask), empty])
  }
  return tested(dialect, flags, field, column, ask)
}

const textual = (field: Field): boolean => ['text', 'code', 'flag'].includes(field.value)

const isNull = (dialect: Dialect, field: Field, column: Sql): Sql =>
  textual(field) && !dialect.emptyIsNull
    ? sql`(${column} is null or ${column} = '')`
    : sql`${column} is null`

const isFilled = (dialect: Dialect, field: Field, column: Sql): Sql =>
  textual(field) && !dialect.emptyIsNull ? sql`${column} <> ''` : sql`${column} is not null`

type Filled = Exclude<Ask, { kind: 'isNull' | 'isFilled' | '!=' }>

function tested(dialect: Dialect, flags: FlagValues, field: Field, column: Sql, ask: Filled): Sql {
  switch (ask.kind) {
    case 'contains':
      return like(dialect, field, column, `%${dialect.escapeLike(ask.value)}%`)
    case 'beginsWith':
      return like(dialect, field, column, `${dialect.escapeLike(ask.value)}%`)
    case 'endsWith':
      return like(dialect, field, column, `%${dialect.escapeLike(ask.value)}`)
    default:
      return ordered(dialect, flags, field, column, ask)
  }
}

function like(dialect: Dialect, field: Field, column: Sql, pattern: string): Sql {
  const text = textual(field) ? column : dialect.numberText(column)
  return dialect.like(text, pattern)
}

type Ordered = Exclude<Filled, { kind: 'contains' | 'beginsWith' | 'endsWith' }>

function ordered(
  dialect: Dialect,
  flags: FlagValues,
  field: Field,
  column: Sql,
  ask: Ordered,
): Sql {
  switch (field.value) {
    case 'date':
      return dateTest(dialect, column, ask)
    case 'digits':
    case 'number':
      return simpleTest(column, dialect.number, ask) ?? dialect.numberIn(column, listed(ask))
    case 'flag': {
      const stored = (value: string) => sql`${value === 'true' ? flags.yes : flags.no}`
      return simpleTest(column, stored, ask) ?? sql`1 = 0`
    }
    case 'text':
    case 'code':
      return textTest(dialect, column, ask)
  }
}

const listed = (ask: Ordered): readonly string[] => (ask.kind === 'in' ? ask.values : [])

function textTest(dialect: Dialect, column: Sql, ask: Ordered): Sql {
  const filled = dialect.emptyIsNull ? null : sql`${column} <> ''`
  const test =
    simpleTest(dialect.folded(column), dialect.foldedValue, ask) ??
    dialect.textIn(column, listed(ask))
  // An empty text is below all others; but it counts as null, which is in no order.
  const below = ask.kind === '<' || ask.kind === '<='
  return filled && below ? sql`(${test} and ${filled})` : test
}

/** A comparison of a column with bound values; null for a list, which each kind of value does its way. */
function simpleTest(column: Sql, bound: (value: string) => Sql, ask: Ordered): Sql | null {
  switch (ask.kind) {
    case '=':
      return sql`${column} = ${bound(ask.value)}`
    case '<':
      return sql`${column} < ${bound(ask.value)}`
    case '<=':
      return sql`${column} <= ${bound(ask.value)}`
    case '>':
      return sql`${column} > ${bound(ask.value)}`
    case '>=':
      return sql`${column} >= ${bound(ask.value)}`
    case 'between':
      return sql`${column} between ${bound(ask.low)} and ${bound(ask.high)}`
    case 'in':
      return null
  }
}

/** A day is all of its hours: dates of Oracle, and audit columns everywhere, have a time of day. */
function dateTest(dialect: Dialect, column: Sql, ask: Ordered): Sql {
  const from = (day: string) => sql`${column} >= ${dialect.date(day)}`
  const before = (day: string) => sql`${column} < ${dialect.date(day)}`
  switch (ask.kind) {
    case '=':
      return sql`(${from(ask.value)} and ${before(dayAfter(ask.value))})`
    case '<':
      return before(ask.value)
    case '<=':
      return before(dayAfter(ask.value))
    case '>':
      return from(dayAfter(ask.value))
    case '>=':
      return from(ask.value)
    case 'between':
      return sql`(${from(ask.low)} and ${before(dayAfter(ask.high))})`
    case 'in':
      return dialect.dateIn(column, ask.values)
  }
}
