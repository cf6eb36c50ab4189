import type { Configuration } from './config/readConfiguration.ts'
import { DatabaseError, knock, openDatabase } from './database/index.ts'
import type { Database } from './database/index.ts'
import { noClient, notLetIn, notReady, notUsable } from './ebsRefused.ts'
import { openLink } from './link/openLink.ts'
import type { Link } from './link/openLink.ts'

/** The ebs database and the link's own tables in it, or why the backend cannot start on them. */
export type OpenedEbs =
  | { readonly kind: 'open'; readonly database: Database; readonly link: Link }
  | { readonly kind: 'refused'; readonly message: string }

type EbsConfiguration = Pick<Configuration, 'environment' | 'connection'>

/** Opens the database that EBS_* and LINK_* describe. */
export async function openEbs({ environment, connection }: EbsConfiguration): Promise<OpenedEbs> {
  const { EBS_CLIENT: client, EBS_CLIENT_LIB: clientLib } = environment
  let database: Database
  try {
    database = openDatabase({ client, connection, clientLib })
  } catch (error) {
    if (client !== 'oracledb' || clientLib === undefined) throw error
    return refused(noClient(error))
  }
  const opened = await openIn(database, environment).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  if (opened.kind === 'refused') await database.close()
  return opened
}

async function openIn(
  database: Database,
  { LINK_SCHEMA, LINK_MIGRATE, ENVIRONMENT_NAME }: Configuration['environment'],
): Promise<OpenedEbs> {
  const refusal = await knock(database)
  if (refusal) return refused(notLetIn(refusal))
  try {
    const opened = await openLink({
      database,
      schema: LINK_SCHEMA,
      migrate: LINK_MIGRATE,
      environmentName: ENVIRONMENT_NAME,
    })
    return opened.kind === 'open'
      ? { kind: 'open', database, link: opened.link }
      : refused(notReady(opened, LINK_SCHEMA))
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return refused(notUsable(LINK_SCHEMA, error))
  }
}

const refused = (message: string): OpenedEbs => ({ kind: 'refused', message })
