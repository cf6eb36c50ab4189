import { anyOf, concat, sql, type Sql } from '../sql.ts'
import type { Dialect, Fault } from './dialect.ts'
import { errorFacts } from './errorFacts.ts'
import { escapePattern } from './escapePattern.ts'

const folded = (text: Sql): Sql => sql`upper(${text})`
const foldedValue = (value: string): Sql => sql`upper(${value})`
const number = (digits: string | null): Sql => sql`to_number(${digits})`
const date = (day: string | null): Sql => sql`to_date(${day}, 'YYYY-MM-DD')`

/** A list takes 1000 expressions. */
const listSize = 1000

function inList(expression: Sql, values: readonly Sql[]): Sql {
  const lists = Array.from({ length: Math.ceil(values.length / listSize) }, (_, at) =>
    values.slice(at * listSize, (at + 1) * listSize),
  )
  return anyOf(lists.map((list) => sql`${expression} in (${concat(list, ', ')})`))
}

const faults: Readonly<Record<number, Fault>> = {
  54: 'lock-timeout',
  30006: 'lock-timeout',
  60: 'deadlock',
  1: 'duplicate',
  1013: 'canceled',
  3136: 'time-limit',
  3156: 'time-limit',
}
const driverFaults: Readonly<Record<string, Fault>> = {
  'NJS-123': 'time-limit',
  'DPI-1067': 'time-limit',
}

/** Oracle 12.2 and later. An empty text is null there, and a DATE has a time of day. */
export const oracledbDialect: Dialect = {
  client: 'oracledb',
  matches: 'case',
  limits: { identifier: 128, bindings: 65_535 },
  emptyIsNull: true,

  folded,
  foldedValue,
  like: (text, pattern) => sql`${folded(text)} like ${foldedValue(pattern)} escape '!'`,
  escapeLike: (value) => escapePattern(value, '%_'),
  numberText: (expression) => sql`to_char(${expression})`,
  dateText: (expression) => sql`to_char(${expression}, 'YYYY-MM-DD')`,
  timeText: (time) => sql`to_char(${time}, 'YYYY-MM-DD HH24:MI:SS')`,
  number,
  date,
  textIn: (text, values) => inList(folded(text), values.map(foldedValue)),
  numberIn: (expression, values) => inList(expression, values.map(number)),
  dateIn: (expression, values) => inList(sql`trunc(${expression})`, values.map(date)),
  // Ascending, empty values come last by themselves.
  sorted: (expression, direction) =>
    direction === 'asc' ? sql`${expression} asc` : sql`${expression} desc nulls last`,
  once: sql``,
  eachOrOnce: (test) => test,
  isNotTrue: (test) => sql`case when ${test} then 1 else 0 end = 0`,
  listed: (expression) =>
    sql`listagg(to_char(${expression}), ',') within group (order by ${expression})`,

  localNow: sql`sysdate`,
  utcNow: sql`sys_extract_utc(systimestamp)`,
  plusSeconds: (time, seconds) => sql`(${time} + numtodsinterval(${seconds}, 'SECOND'))`,

  // Oracle has no setting for it: only a locking select can be told how long to wait.
  rowLock: { hint: sql``, end: sql` for update wait 2` },
  fault(error) {
    const { code, errorNum } = errorFacts(error)
    return faults[errorNum ?? -1] ?? driverFaults[String(code)] ?? 'other'
  },
}
