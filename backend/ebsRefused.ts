import type { DatabaseError, Refusal } from './database/index.ts'
import { errorText } from './errorText.ts'
import type { OpenedLink } from './link/openLink.ts'

const heads: Readonly<Record<Refusal['kind'], string>> = {
  away: 'the database server that it names does not answer',
  account: 'the database server that it names refuses the account',
  database: 'the server that it names does not know the database',
  trust: 'the TLS certificate of the database server that it names is not accepted',
  other: 'the database that it names does not let us in',
}

const remedies: Readonly<Record<Refusal['kind'], string>> = {
  away: 'Check host and port in EBS_CONNECTION, whether the database runs, and whether a firewall lets this machine reach it.',
  account:
    'Check user name and password in EBS_CONNECTION (special characters of a URL are written %..), and whether the account may connect from this machine.',
  database: 'Check the name of the database or service in EBS_CONNECTION.',
  trust:
    'Name the authority’s PEM file in NODE_EXTRA_CA_CERTS, and the server in EBS_CONNECTION as its certificate names it.',
  other: 'Check EBS_CONNECTION as docs/configuration.md says; npm run doctor looks further.',
}

/** Why nothing can be asked of the database; never with what the driver says, which may hold the connection text. */
export const notLetIn = ({ kind, reason, code }: Refusal): string =>
  `EBS_CONNECTION: ${heads[kind]}: ${reason}${code === null ? '' : ` (code ${code})`}. ${remedies[kind]}`

/** Why Oracle’s thick mode cannot be switched on. */
export const noClient = (error: unknown): string => {
  const said = /^[A-Z]+-\d+/.exec(errorText(error, 'message'))?.[0]
  return `EBS_CLIENT_LIB: Oracle’s client libraries cannot be loaded from that folder${said === undefined ? '' : ` (code ${said})`}. It must hold those of this machine’s kind of processor (on Windows oci.dll, on Linux libclntsh.so).`
}

/** What a DBA or the operator has to do before the link's own tables can be used. */
export function notReady(opened: Exclude<OpenedLink, { kind: 'open' }>, schema: string): string {
  return opened.kind === 'missing'
    ? `The link’s own tables are missing in ${schema}. A DBA has to run:\n\n${opened.statements.join(';\n')};\n`
    : `The link’s own tables are of version ${opened.found}; this program knows ${opened.known}. Start a newer version of it.`
}

/** The tables are there or not: the database did not let us look at or make them. */
export const notUsable = (schema: string, { message }: DatabaseError): string =>
  `LINK_SCHEMA: the link’s own tables in ${schema} cannot be read or made. ${message} npm run doctor says what the account lacks.`
