import { DatabaseError } from '../error.ts'
import { isOutage } from '../outage.ts'

/** Why a database does not let us in, without a word of the connection text or of the driver. */
export interface Refusal {
  readonly kind: 'away' | 'account' | 'database' | 'trust' | 'other'
  /** Goes on from "the database does not let us in: …". */
  readonly reason: string
  /** The engine's or driver's own code; null where there is none. */
  readonly code: string | null
}

/** What an error of the first statement on a connection means. */
export function refusalOf(error: unknown): Refusal {
  const code = error instanceof DatabaseError ? error.code : null
  const known = code === null ? undefined : meanings[code]
  if (known) return { kind: known[0], reason: known[1], code }
  if (isOutage(error)) return { kind: 'away', reason: 'its server does not answer', code }
  const reason =
    code === null
      ? 'its driver cannot use what the connection says'
      : 'see the code in the manual of the engine'
  return { kind: 'other', reason, code }
}

/**
 * What sockets, TLS, PostgreSQL, SQL Server (tedious) and Oracle say when somebody is not let in.
 * 28000 is PostgreSQL's for an account that is not let in and Oracle's for one that is locked.
 */
const meanings: Readonly<Record<string, readonly [Refusal['kind'], string]>> = {
  ECONNREFUSED: ['away', 'nothing listens at that address and port'],
  ENOTFOUND: ['away', 'the name of its server is not known'],
  EAI_AGAIN: ['away', 'the name of its server could not be looked up'],
  ETIMEDOUT: ['away', 'its server does not answer'],
  EHOSTUNREACH: ['away', 'there is no way to its server'],
  ECONNRESET: ['away', 'the connection was cut'],
  ESOCKET: [
    'away',
    'its server does not answer at that address and port, or its TLS certificate is not trusted here',
  ],
  EINSTLOOKUP: ['away', 'its server does not know that instance'],
  '57P03': ['away', 'its server is starting or stopping'],
  '53300': ['other', 'its server has no connection left'],
  '12541': ['away', 'no listener answers at that address and port'],
  'NJS-503': ['away', 'nothing answers at that address and port'],
  'NJS-530': ['away', 'the name of its server is not known'],

  '28P01': ['account', 'the password is wrong'],
  '28000': ['account', 'the account is locked, or is not let in from here'],
  '42501': ['account', 'the account may not do so'],
  '18456': ['account', 'account or password is wrong'],
  ELOGIN: ['account', 'account, password or database is wrong'],
  '1017': ['account', 'account or password is wrong'],
  '28001': ['account', 'the password has expired'],

  '3D000': ['database', 'there is no such database'],
  '4060': ['database', 'there is no such database, or the account may not open it'],
  '12154': ['database', 'the connect string is not known'],
  '12514': ['database', 'the listener does not know that service'],
  'NJS-512': ['database', 'the connect string cannot be read'],
  'NJS-515': ['database', 'the connect string cannot be read'],
  'NJS-516': ['database', 'the connect string names no host, and there is no tnsnames.ora here'],
  'NJS-517': ['database', 'tnsnames.ora does not know the name in the connect string'],
  'NJS-519': ['database', 'the listener does not know that SID'],
  'NJS-518': ['database', 'the listener does not know that service'],

  DEPTH_ZERO_SELF_SIGNED_CERT: ['trust', 'its TLS certificate is signed by itself'],
  SELF_SIGNED_CERT_IN_CHAIN: ['trust', 'the authority of its TLS certificate is not trusted here'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'trust',
    'the authority of its TLS certificate is not trusted here',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'trust',
    'the authority of its TLS certificate is not trusted here',
  ],
  CERT_HAS_EXPIRED: ['trust', 'its TLS certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['trust', 'its TLS certificate is for another server name'],

  ERR_INVALID_URL: ['other', 'the address cannot be read'],
  ERR_SOCKET_BAD_PORT: ['other', 'the port is no port number'],
  'NJS-138': ['other', 'its version needs Oracle’s client libraries: set EBS_CLIENT_LIB'],
}
