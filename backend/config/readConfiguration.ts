import type { ConnectionSettings } from '../database/index.ts'
import { ok, problemsOf, wrong } from './checked.ts'
import type { Checked } from './checked.ts'
import { readEbsConnection, readEbsSchema, writeProblems } from './ebs.ts'
import type { EbsNames } from './ebs.ts'
import { authorityProblems, clientCertificateProblems } from './lrsFiles.ts'
import { folderProblems } from './namedFile.ts'
import { readOrganisations } from './organisations.ts'
import type { Organisations } from './organisations.ts'
import { filesSchema } from './parts.ts'
import type { FileSettings } from './parts.ts'
import { judgeEnvironment, readBackendTexts } from './readEnvironment.ts'
import type { Environment } from './schema.ts'
import { readTls } from './tls.ts'
import type { Tls } from './tls.ts'
import type { Env, Texts } from './texts.ts'

/** Everything that the backend is told at start, read and checked. */
export interface Configuration {
  readonly environment: Environment
  /** Undefined: plain HTTP. */
  readonly tls: Tls | undefined
  readonly connection: ConnectionSettings
  readonly ebs: EbsNames
  /** Undefined: everybody sees all learners. */
  readonly organisations: Organisations | undefined
}

/**
 * Reads the environment and every file that it names, before anything is opened. All that is wrong
 * comes back at once, each by its variable and without values; a name whose own text is wrong keeps
 * no file of another from being judged.
 */
export async function readConfiguration(
  env: Env,
  now = new Date(),
): Promise<Checked<Configuration>> {
  const texts = readBackendTexts(env)
  const environment = judgeEnvironment(texts)
  const given = filesSchema.parse(texts.values)
  const tls = readTls(given)
  const connection = connectionOf(given)
  const ebs = await ebsOf(given, texts)
  const organisations = readOrganisations(given.VISIBLE_ORGANISATIONS)
  const others = [...clientLibProblems(given), ...authorityProblems(given)]
  if (
    environment.kind === 'ok' &&
    tls.kind === 'ok' &&
    connection.kind === 'ok' &&
    ebs.kind === 'ok' &&
    organisations.kind === 'ok' &&
    others.length === 0
  ) {
    return ok({
      environment: environment.environment,
      tls: tls.value,
      connection: connection.value,
      ebs: ebs.value,
      organisations: organisations.value,
    })
  }
  const passwordLost = texts.lost.has('LRS_CERTIFICATE_PASSWORD')
  return wrong(
    ...(environment.kind === 'wrong' ? environment.problems : []),
    ...[tls, connection, ebs, organisations].flatMap(problemsOf),
    ...others,
    ...clientCertificateProblems(
      passwordLost ? { ...given, LRS_CERTIFICATE_PASSWORD: null } : given,
      now,
    ),
  )
}

/** Wrong without a problem: what is wrong is a problem of the environment already. */
const saidElsewhere = wrong()

function connectionOf({ EBS_CLIENT, EBS_CONNECTION }: FileSettings): Checked<ConnectionSettings> {
  if (EBS_CONNECTION === undefined) return saidElsewhere
  if (EBS_CLIENT !== undefined) return readEbsConnection(EBS_CLIENT, EBS_CONNECTION)
  // JSON is JSON, whichever engine it is for.
  const json = EBS_CONNECTION.trimStart().startsWith('{')
  return json ? wrong(...problemsOf(readEbsConnection('pg', EBS_CONNECTION))) : saidElsewhere
}

async function ebsOf(given: FileSettings, { lost }: Texts): Promise<Checked<EbsNames>> {
  const { EBS_CLIENT, EBS_SCHEMA, EBS_WRITE, DEFAULT_ATTAINMENT_TYPE } = given
  if (lost.has('EBS_SCHEMA')) return saidElsewhere
  // Without a right EBS_CLIENT the file is held against the engine that takes most.
  const client = EBS_CLIENT ?? 'mssql'
  const names = await readEbsSchema(client, EBS_SCHEMA, DEFAULT_ATTAINMENT_TYPE ?? '')
  if (names.kind === 'wrong') return names
  if (EBS_CLIENT === undefined) return saidElsewhere
  const problems = writeProblems(EBS_WRITE, names.value.mapping)
  return problems.length === 0 ? names : wrong(...problems)
}

/** EBS_CLIENT_LIB is Oracle's alone. */
const clientLibProblems = ({ EBS_CLIENT, EBS_CLIENT_LIB }: FileSettings): readonly string[] =>
  EBS_CLIENT === 'oracledb' && EBS_CLIENT_LIB !== undefined
    ? folderProblems('EBS_CLIENT_LIB', EBS_CLIENT_LIB)
    : []
