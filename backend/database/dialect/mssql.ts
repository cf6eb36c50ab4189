import { sql, type Sql } from '../sql.ts'
import type { Dialect, Fault } from './dialect.ts'
import { errorFacts } from './errorFacts.ts'
import { escapePattern } from './escapePattern.ts'

const folded = (text: Sql): Sql => sql`${text} collate Latin1_General_100_CI_AI`

/** Many values as one: a statement takes 2100, and one condition may list 1000. */
const given = (values: readonly string[], type: Sql): Sql =>
  sql`select given.value from openjson(${JSON.stringify(values)}) with (value ${type} '$') as given`

const faults: Readonly<Record<number, Fault>> = {
  1222: 'lock-timeout',
  1205: 'deadlock',
  2601: 'duplicate',
  2627: 'duplicate',
}

/** SQL Server 2017 and later, through tedious. */
export const mssqlDialect: Dialect = {
  client: 'mssql',
  matches: 'case and accents',
  // 2100, of which the driver takes two for the statement itself.
  limits: { identifier: 128, bindings: 2098 },
  emptyIsNull: false,

  folded,
  foldedValue: (value) => sql`${value}`,
  like: (text, pattern) => sql`${folded(text)} like ${pattern} escape '!'`,
  escapeLike: (value) => escapePattern(value, '%_['),
  numberText: (number) => sql`cast(${number} as varchar(20))`,
  dateText: (date) => sql`convert(char(10), ${date}, 23)`,
  timeText: (time) => sql`convert(char(19), ${time}, 120)`,
  // Keys are whole; credits and the like may have decimals, which a whole number would round away.
  number: (digits) =>
    digits?.includes('.')
      ? sql`cast(${digits} as decimal(18, 4))`
      : sql`cast(${digits} as decimal(18, 0))`,
  date: (day) => sql`cast(${day} as date)`,
  textIn: (text, values) => sql`${folded(text)} in (${given(values, sql`nvarchar(255)`)})`,
  numberIn: (number, values) =>
    sql`${number} in (${given(values, values.some((one) => one.includes('.')) ? sql`decimal(18, 4)` : sql`decimal(18, 0)`)})`,
  dateIn: (date, values) => sql`cast(${date} as date) in (${given(values, sql`date`)})`,
  // Descending, empty values come last by themselves; ascending a test for them would cost the index.
  sorted: (expression, direction) =>
    direction === 'asc' ? sql`${expression} asc` : sql`${expression} desc`,
  once: sql``,
  eachOrOnce: (test) => test,
  isNotTrue: (test) => sql`case when ${test} then 1 else 0 end = 0`,
  listed: (number) =>
    sql`string_agg(cast(${number} as varchar(max)), ',') within group (order by ${number})`,

  localNow: sql`cast(sysdatetime() as datetime2(0))`,
  utcNow: sql`sysutcdatetime()`,
  plusSeconds: (time, seconds) => sql`dateadd(second, ${seconds}, ${time})`,

  rowLock: { hint: sql` with (updlock, holdlock, rowlock)`, end: sql`` },
  fault(error) {
    const { code, number } = errorFacts(error)
    if (code === 'ETIMEOUT') return 'time-limit'
    if (code === 'ECANCEL') return 'canceled'
    return faults[number ?? 0] ?? 'other'
  },
}
