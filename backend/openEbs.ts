import type { Environment } from './config/schema.ts'
import { openDatabase, readConnection } from './database/index.ts'
import type { Database } from './database/index.ts'
import { loadMapping } from './ebs/mapping/index.ts'
import type { Mapping } from './ebs/mapping/index.ts'
import { openLink } from './link/openLink.ts'
import type { Link } from './link/openLink.ts'
import type { CompareRules } from './plr/compare/rules/rules.ts'

/** The ebs database with its mapping and the link's own tables, or why the backend cannot start on it. */
export type OpenedEbs =
  | {
      readonly kind: 'open'
      readonly database: Database
      readonly mapping: Mapping
      readonly rules: CompareRules
      readonly link: Link
    }
  | { readonly kind: 'refused'; readonly message: string }

/** Opens the database that EBS_*, LINK_* and DEFAULT_ATTAINMENT_TYPE describe. */
export async function openEbs(environment: Environment): Promise<OpenedEbs> {
  const client = environment.EBS_CLIENT
  const connection = readConnection(client, environment.EBS_CONNECTION)
  if (connection.kind === 'wrong') return refused(`EBS_CONNECTION ${connection.detail}`)
  const loaded = await loadMapping(client, environment.EBS_SCHEMA, {
    attainmentType: environment.DEFAULT_ATTAINMENT_TYPE,
  })
  if (loaded.kind === 'wrong') return refused(loaded.problems.join('\n'))
  const { mapping, rules } = loaded
  if (environment.EBS_WRITE === 'on' && mapping.attainmentCode === null) {
    return refused(
      'EBS_WRITE is on, but the mapping does not name how a new attainment code is made. Name it in the file of EBS_SCHEMA (attainments.code), or set EBS_WRITE=off.',
    )
  }
  const database = openDatabase({
    client,
    connection: connection.settings,
    clientLib: environment.EBS_CLIENT_LIB,
  })
  const opened = await openLink({
    database,
    schema: environment.LINK_SCHEMA,
    migrate: environment.LINK_MIGRATE,
    environmentName: environment.ENVIRONMENT_NAME,
  }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  if (opened.kind === 'open') return { kind: 'open', database, mapping, rules, link: opened.link }
  await database.close()
  return refused(
    opened.kind === 'missing'
      ? `The link’s own tables are missing in ${environment.LINK_SCHEMA}. A DBA has to run:\n\n${opened.statements.join(';\n')};\n`
      : `The link’s own tables are of version ${opened.found}; this program knows ${opened.known}. Start a newer version of it.`,
  )
}

const refused = (message: string): OpenedEbs => ({ kind: 'refused', message })
