import { DatabaseError } from './error.ts'

/**
 * How drivers and engines say that the database is away, whatever the statement: sockets and name
 * look-up, pg's connection and shutdown classes, tedious, Oracle's network and shutdown numbers.
 */
const awayCodes =
  /^(ECONN(REFUSED|RESET|CLOSED)|EPIPE|ETIMEDOUT|ETIMEOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|ESOCKET|ECLOSE|EINVALIDSTATE|08[0-9A-Z]{3}|57P0[1-3]|NJS-(003|5\d\d)|DPI-10(10|80)|311[34]|3135|10(34|89|90)|125\d\d|12[67]\d\d)$/

/** Words of errors that Knex and pg make without a code when they cannot get or keep a connection. */
const awayWords =
  /connection (terminated|ended|closed|lost)|transaction has been|Unable to acquire a connection/i

/** Whether an error means that the database does not answer, rather than that a statement is wrong. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) return awayCodes.test(error.code)
  return (
    error instanceof Error && (error.name === 'KnexTimeoutError' || awayWords.test(error.message))
  )
}
