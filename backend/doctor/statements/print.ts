import type { EbsSettings } from '../../config/parts.ts'
import { readConnection } from '../../database/index.ts'
import type { ConnectionSettings, DatabaseClient } from '../../database/index.ts'
import { migrateLink, missingStatements } from '../../link/migrate.ts'
import { linkTables } from '../../link/tables.ts'
import type { Opened } from '../ebs/examine.ts'
import { ebsGrants } from './grants.ts'
import { linkScripts } from './link.ts'
import { renderScripts } from './render.ts'

const nobody = 'THE_ACCOUNT_OF_THE_LINK'

/** `-- --sql`: what a DBA has to run, for the account of EBS_CONNECTION. Runs none of it. */
export async function printStatements(
  { database, mapping }: Opened,
  settings: EbsSettings,
): Promise<string> {
  const { EBS_CLIENT: client, LINK_SCHEMA: schema } = settings
  const connection = readConnection(client, settings.EBS_CONNECTION)
  const account =
    (connection.kind === 'settings' ? accountOf(client, connection.settings) : null) ?? nobody
  const { statements, remark } = await missing({ database, mapping }, schema)
  return renderScripts(
    [...linkScripts(database, schema, statements, account), ...ebsGrants(mapping, account)],
    [
      `ebs PLR Attainments: what a DBA has to run (${client}), part by part, as far as the college wants it.`,
      `Granted to: ${account}.`,
      ...remark,
      ...(client === 'oracledb'
        ? [
            'Oracle grants reading for whole tables only; a view of the columns, named in EBS_SCHEMA, gives less.',
            'The tablespace USERS is an example: take the site’s own.',
            'Before Oracle 18c a user needs a password: identified by … instead of no authentication, then account lock.',
          ]
        : []),
    ],
  )
}

async function missing(
  { database }: Opened,
  schema: string,
): Promise<{ readonly statements: readonly string[]; readonly remark: readonly string[] }> {
  try {
    const state = await migrateLink(database, schema, 'check')
    return { statements: state.kind === 'missing' ? state.statements : [], remark: [] }
  } catch {
    return {
      statements: missingStatements(database, linkTables(database, schema)),
      remark: [
        'The database could not be asked which of the link’s tables it has: this is for one that has none.',
      ],
    }
  }
}

/** Whom the connection signs in; Oracle keeps names in upper case. */
export function accountOf(client: DatabaseClient, settings: ConnectionSettings): string | null {
  const { user, connectionString } = settings
  if (typeof connectionString === 'string') {
    const url = URL.canParse(connectionString) ? new URL(connectionString) : null
    return url?.username ? decodeURIComponent(url.username) : null
  }
  if (typeof user !== 'string' || user === '') return null
  return client === 'oracledb' && !user.startsWith('"') ? user.toUpperCase() : user
}
