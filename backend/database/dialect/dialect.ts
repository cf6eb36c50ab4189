import type { Sql } from '../sql.ts'

export const databaseClients = ['pg', 'mssql', 'oracledb'] as const
export type DatabaseClient = (typeof databaseClients)[number]

/** What an error of the engine means to us; `other` is a defect or an outage. */
export type Fault = 'lock-timeout' | 'time-limit' | 'deadlock' | 'duplicate' | 'canceled' | 'other'

/** What one engine does otherwise than the others. Pieces are bound by `sql.ts`. */
export interface Dialect {
  readonly client: DatabaseClient
  /** How texts are compared by `folded`. */
  readonly matches: 'case' | 'case and accents'
  readonly limits: {
    /** Longest name of a table or column. */
    readonly identifier: number
    /** Most values that one statement may bind. */
    readonly bindings: number
  }
  /** Whether the engine keeps an empty text as null. */
  readonly emptyIsNull: boolean

  /** A text expression as it is compared: without case, without accents where `matches` says so. */
  folded(text: Sql): Sql
  /** A bound text to stand beside a `folded` one. */
  foldedValue(value: string): Sql
  /** `text` like `pattern`, folded; the pattern's own signs are escaped by `escapeLike`. */
  like(text: Sql, pattern: string): Sql
  escapeLike(value: string): string
  /** A numeric column as text. */
  numberText(number: Sql): Sql
  /** A date column as `yyyy-MM-dd`. */
  dateText(date: Sql): Sql
  /**
   * A point in time as `yyyy-MM-dd HH:mm:ss`. As it is, Oracle's driver would take it for one of the
   * time zone that this program runs in.
   */
  timeText(time: Sql): Sql
  /** A bound number, given as digits: of the column's own type, so that its index is used. */
  number(digits: string | null): Sql
  /** A bound day, given as `yyyy-MM-dd`. */
  date(day: string | null): Sql
  textIn(text: Sql, values: readonly string[]): Sql
  numberIn(number: Sql, values: readonly string[]): Sql
  dateIn(date: Sql, values: readonly string[]): Sql
  /** A part of `order by`: what is empty comes last wherever that costs no index. */
  sorted(expression: Sql, direction: 'asc' | 'desc'): Sql
  /** Before the brackets of `with x as (…)`: what is in them is worked out once. */
  readonly once: Sql
  /**
   * A test by a subquery that costs about as much for all rows as for a few thousand: the engine
   * chooses whether it asks once for each row or once for all.
   */
  eachOrOnce(test: Sql): Sql
  /** A test that finds what another does not find, also where an empty value leaves that one open. */
  isNotTrue(test: Sql): Sql
  /** Numbers of a group as one text, smallest first, with commas between. */
  listed(number: Sql): Sql

  /** The clock of the database as its own tables keep it (`CREATED_DATE`), to the second. */
  readonly localNow: Sql
  /** The clock of the database in UTC, without a time zone; it goes on inside a transaction. */
  readonly utcNow: Sql
  plusSeconds(time: Sql, seconds: number): Sql

  /** Around a `select` that locks its rows: a hint after the table's name, and the end. */
  readonly rowLock: { readonly hint: Sql; readonly end: Sql }
  fault(error: unknown): Fault
}
