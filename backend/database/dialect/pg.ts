import { sql, type Sql } from '../sql.ts'
import type { Dialect, Fault } from './dialect.ts'
import { errorFacts } from './errorFacts.ts'
import { escapePattern } from './escapePattern.ts'

/**
 * Text without case and accents, with what every PostgreSQL since 13 has: no extension and no
 * collation to be made. Nearly all texts are ASCII, whose lower case is cheap in collation C; the
 * others are decomposed and lose their combining marks.
 */
const folded = (text: Sql): Sql =>
  sql`(case when octet_length(${text}) = char_length(${text}) then lower(${text} collate "C") else regexp_replace(normalize(lower(${text} collate "und-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g') collate "C" end)`

const foldedValue = (value: string): Sql => folded(sql`${value}::text`)

const faults: Readonly<Record<string, Fault>> = {
  '55P03': 'lock-timeout',
  '40P01': 'deadlock',
  '23505': 'duplicate',
}

/** PostgreSQL: the sandbox and the tests. */
export const pgDialect: Dialect = {
  client: 'pg',
  matches: 'case and accents',
  limits: { identifier: 63, bindings: 65_535 },
  emptyIsNull: false,

  folded,
  foldedValue,
  like: (text, pattern) => sql`${folded(text)} like ${foldedValue(pattern)} escape '!'`,
  escapeLike: (value) => escapePattern(value, '%_'),
  numberText: (number) => sql`${number}::text`,
  dateText: (date) => sql`to_char(${date}, 'YYYY-MM-DD')`,
  timeText: (time) => sql`to_char(${time}, 'YYYY-MM-DD HH24:MI:SS')`,
  number: (digits) => sql`${digits}::numeric`,
  date: (day) => sql`${day}::date`,
  textIn: (text, values) =>
    sql`${folded(text)} in (select ${folded(sql`given.value`)} from unnest(${values}::text[]) as given(value))`,
  numberIn: (number, values) => sql`${number} = any(${values}::numeric[])`,
  dateIn: (date, values) => sql`${date}::date = any(${values}::date[])`,
  // Ascending, empty values come last by themselves.
  sorted: (expression, direction) =>
    direction === 'asc' ? sql`${expression} asc` : sql`${expression} desc nulls last`,
  once: sql`materialized `,
  // A bare `exists` would become a join, for which it is worked out wholly even beside one row.
  eachOrOnce: (test) => sql`(${test}) is true`,
  isNotTrue: (test) => sql`(${test}) is not true`,
  listed: (number) => sql`string_agg(${number}::text, ',' order by ${number})`,

  localNow: sql`localtimestamp(0)`,
  utcNow: sql`(clock_timestamp() at time zone 'utc')`,
  plusSeconds: (time, seconds) => sql`(${time} + ${seconds} * interval '1 second')`,

  rowLock: { hint: sql``, end: sql` for update` },
  fault(error) {
    const { code, message } = errorFacts(error)
    if (code === '57014') return message?.includes('timeout') ? 'time-limit' : 'canceled'
    return faults[String(code)] ?? 'other'
  },
}
