import { DatabaseError } from '../../database/index.ts'
import type { Database } from '../../database/index.ts'
import { readCatalogue } from '../catalogue/read.ts'
import type { Server } from '../catalogue/read.ts'
import { ok, problem } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'

export type Connected =
  | { readonly kind: 'connected'; readonly server: Server; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-connected'; readonly findings: readonly Finding[] }

/** The first compatibility level that knows OPENJSON, by which lists and records go to SQL Server. */
const leastLevel = 130

/** Whether the database answers, and whom we are to it. */
export async function connect(database: Database, environmentName: string): Promise<Connected> {
  try {
    const server = await readCatalogue(database).server()
    const finding = ok(
      `Connected to the database ${server.database} as ${server.account}`,
      `${server.version}; ENVIRONMENT_NAME is ${environmentName}`,
    )
    return { kind: 'connected', server, findings: [finding, ...judgeLevel(server)] }
  } catch (error) {
    const code = error instanceof DatabaseError ? error.code : ''
    const finding = problem(
      `The ebs database does not let us in: ${meanings[code] ?? 'see the code in the manual of the engine'}`,
      code === '' ? null : `Code ${code}.`,
      'Check EBS_CONNECTION, and whether this machine may reach the database server.',
    )
    return { kind: 'not-connected', findings: [finding] }
  }
}

export function judgeLevel({ database, level }: Server): readonly Finding[] {
  if (level === undefined || level >= leastLevel) return []
  return [
    problem(
      `The database ${database} has compatibility level ${level}; the link needs ${leastLevel}`,
      'Below it SQL Server does not know OPENJSON, by which lists and records are sent.',
      `Ask Tribal whether ebs allows it, then: alter database ${database} set compatibility_level = ${leastLevel}.`,
    ),
  ]
}

const network: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address and port',
  ENOTFOUND: 'the name of its server is not known',
  EAI_AGAIN: 'the name of its server could not be looked up',
  ETIMEDOUT: 'its server does not answer',
  EHOSTUNREACH: 'there is no way to its server',
  ECONNRESET: 'the connection was cut',
}

/** What the engines say when somebody is not let in: PostgreSQL, SQL Server (tedious), Oracle. */
const meanings: Readonly<Record<string, string>> = {
  ...network,
  '28P01': 'the password is wrong',
  '28000': 'the account is not let in from here',
  '3D000': 'there is no such database',
  '42501': 'the account may not do so',
  '18456': 'account or password is wrong',
  '4060': 'there is no such database, or the account may not open it',
  ELOGIN: 'account, password or database is wrong',
  ESOCKET: 'its server does not answer at that address and port',
  EINSTLOOKUP: 'its server does not know that instance',
  '1017': 'account or password is wrong',
  '28001': 'the password has expired',
  '12154': 'the connect string is not known',
  '12514': 'the listener does not know that service',
  '12541': 'no listener answers at that address and port',
  'NJS-503': 'nothing answers at that address and port',
  'NJS-518': 'the listener does not know that service',
  'NJS-138': 'its version needs Oracle’s client libraries: set EBS_CLIENT_LIB',
}
