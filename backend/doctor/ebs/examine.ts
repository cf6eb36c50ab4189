import { problemsOf } from '../../config/checked.ts'
import { readEbsConnection, readEbsSchema } from '../../config/ebs.ts'
import type { EbsSettings } from '../../config/parts.ts'
import { openDatabase } from '../../database/index.ts'
import type { Database } from '../../database/index.ts'
import type { Mapping } from '../../ebs/mapping/index.ts'
import { section, unreadable } from '../attempt.ts'
import type { Server } from '../catalogue/read.ts'
import { checkImported } from '../imported/check.ts'
import { ok, problem } from '../report/finding.ts'
import type { Finding, Section } from '../report/finding.ts'
import { checkCodes } from './codes.ts'
import { connect } from './connection.ts'
import { checkContexts } from './contexts.ts'
import { checkIndexes } from './indexes.ts'
import { checkLearners } from './learners.ts'
import { checkLicence } from './licence.ts'
import { checkLinkTables } from './linkTables.ts'
import { checkNewCodes } from './newCodes.ts'
import { checkOrganisations } from './organisations.ts'
import { checkPrivileges } from './privileges.ts'
import { checkRules } from './rules.ts'
import { readSite } from './site.ts'
import type { Site } from './site.ts'
import { checkTables } from './tables.ts'

/** The ebs of a configuration, opened; `close` it. */
export interface Opened {
  readonly database: Database
  readonly mapping: Mapping
}

export type Opening =
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'wrong'; readonly findings: readonly Finding[] }

/** Counting a college's people takes longer than a search may. */
const statementMs = 60_000

/** Reads the mapping and gets the database ready; nothing connects yet. */
export async function open(settings: EbsSettings): Promise<Opening> {
  const { EBS_CLIENT: client, EBS_SCHEMA: path } = settings
  const connection = readEbsConnection(client, settings.EBS_CONNECTION)
  const names = await readEbsSchema(client, path, settings.DEFAULT_ATTAINMENT_TYPE)
  if (connection.kind === 'wrong' || names.kind === 'wrong') {
    const see = (each: string) => problem(each, null, 'See docs/configuration.md, ebs.')
    return { kind: 'wrong', findings: [connection, names].flatMap(problemsOf).map(see) }
  }
  const database = openDatabase({
    client,
    connection: connection.value,
    clientLib: settings.EBS_CLIENT_LIB,
    pool: 2,
    limits: { statementMs },
  })
  return { kind: 'opened', opened: { database, mapping: names.value.mapping } }
}

export interface Examined {
  readonly sections: readonly Section[]
  /** Null when the database did not let us in. */
  readonly server: Server | null
}

/** Everything there is to say of an ebs. Reads only. */
export async function examineEbs(
  { database, mapping }: Opened,
  settings: EbsSettings,
  organisations: readonly string[],
): Promise<Examined> {
  const connected = await connect(database, settings.ENVIRONMENT_NAME)
  const file = settings.EBS_SCHEMA ?? `the usual names of ${settings.EBS_CLIENT}`
  const first: Section = {
    title: 'ebs: connection',
    findings: [ok('The mapping can be read', file), ...connected.findings],
  }
  if (connected.kind === 'not-connected') return { sections: [first], server: null }
  const { server } = connected
  let site: Site
  try {
    site = await readSite(database, mapping, settings.EBS_WRITE === 'on')
  } catch (error) {
    return { sections: [first, unreadable('ebs: catalogue', error)], server }
  }
  const sections = [
    first,
    await section('ebs: tables and columns', () => checkTables(site)),
    await section('ebs: privileges', () => checkPrivileges(site)),
    await section('ebs: how new attainments are numbered', () => checkNewCodes(site)),
    await section('ebs: rules of ATTAINMENTS', () => checkRules(site)),
    await section('ebs: codes', async () => [
      ...(await checkCodes(site)),
      ...(await checkOrganisations(site, organisations)),
    ]),
    await section('ebs: learners', () => checkLearners(site)),
    await section('ebs: institutions', () => checkContexts(site)),
    await section('ebs: indexes', () => checkIndexes(site)),
    await section('ebs: licence', () => checkLicence(site)),
    await section('ebs: what its own import made', () => checkImported(site)),
    await section('The link’s own tables', () =>
      checkLinkTables(database, settings.LINK_SCHEMA, settings.LINK_MIGRATE),
    ),
  ]
  return { sections, server }
}
