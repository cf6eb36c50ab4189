import { refusalOf } from '../../database/index.ts'
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
    const { reason, code } = refusalOf(error)
    const finding = problem(
      `The ebs database does not let us in: ${reason}`,
      code === null ? null : `Code ${code}.`,
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
