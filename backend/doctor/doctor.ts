import type { Readable, Writable } from 'node:stream'
import { ebsSchema, identitySchema, lrsSchema } from '../config/parts.ts'
import type { EbsSettings } from '../config/parts.ts'
import { readSettings } from '../config/readSettings.ts'
import type { Wanted } from './arguments.ts'
import { section } from './attempt.ts'
import { examineEbs, open } from './ebs/examine.ts'
import type { Examined, Opened } from './ebs/examine.ts'
import { checkEnvironment } from './environment.ts'
import { checkIdentity } from './identity/check.ts'
import { checkLrs } from './lrs/check.ts'
import { hasProblem, note, problem } from './report/finding.ts'
import type { Section } from './report/finding.ts'
import { render } from './report/render.ts'
import { printStatements } from './statements/print.ts'
import { askForName } from './write/ask.ts'
import { tryWrite } from './write/tryWrite.ts'

/** Who and what the doctor meets outside: the environment, a terminal, the clock. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Readable
  readonly output: Writable
  readonly now: () => Date
}

/** Looks at everything that is wanted and writes the report. @returns the exit code: 1 = a problem */
export async function runDoctor(wanted: Wanted, around: Surroundings): Promise<0 | 1> {
  const sections = wanted.sql ? await statements(around) : await examine(around, wanted.tryWrite)
  if (sections.length > 0) around.output.write(render(sections))
  return hasProblem(sections) ? 1 : 0
}

/** `--sql`: the statements go out by themselves; what comes back is why there are none. */
async function statements({ env, output }: Surroundings): Promise<readonly Section[]> {
  const title = 'ebs: configuration'
  const read = readSettings(ebsSchema, env)
  if (read.kind === 'wrong') {
    return [{ title, findings: read.problems.map((each) => problem(each, null, seeDocs)) }]
  }
  const opening = await open(read.settings)
  if (opening.kind === 'wrong') return [{ title, findings: opening.findings }]
  try {
    output.write(await printStatements(opening.opened, read.settings))
    return []
  } finally {
    await opening.opened.database.close()
  }
}

const seeDocs = 'See docs/configuration.md.'

async function examine(around: Surroundings, writing: boolean): Promise<readonly Section[]> {
  const { env, now } = around
  const environment = checkEnvironment(env)
  const identity = readSettings(identitySchema, env)
  const lrs = readSettings(lrsSchema, env)
  return [
    { title: 'Environment', findings: environment.findings },
    ...(await ebsSections(around, environment.organisations, writing)),
    await section('LRS', () => (lrs.kind === 'ok' ? checkLrs(lrs.settings, now()) : notLooked)),
    await section('Signing in', () =>
      identity.kind === 'ok' ? checkIdentity(identity.settings) : notLooked,
    ),
  ]
}

const notLooked = [
  note('This was not looked at: names of the environment that it needs are missing or wrong'),
]

async function ebsSections(
  around: Surroundings,
  organisations: readonly string[],
  writing: boolean,
): Promise<readonly Section[]> {
  const title = 'ebs: configuration'
  const read = readSettings(ebsSchema, around.env)
  if (read.kind === 'wrong') return [{ title, findings: notLooked }]
  const opening = await open(read.settings)
  if (opening.kind === 'wrong') return [{ title, findings: opening.findings }]
  const { opened } = opening
  try {
    const examined = await examineEbs(opened, read.settings, organisations)
    if (!writing) return examined.sections
    return [...examined.sections, await written(around, opened, read.settings, examined)]
  } finally {
    await opened.database.close()
  }
}

function written(
  { input, output }: Surroundings,
  { database, mapping }: Opened,
  { ENVIRONMENT_NAME }: EbsSettings,
  { server }: Examined,
): Promise<Section> {
  return section('ebs: a write that was rolled back', async () => {
    if (server === null) return [note('No write was tried: the database did not let us in')]
    const agreed = await askForName(server.database, ENVIRONMENT_NAME, input, output)
    if (!agreed) return [note('No write was tried: the name of the database was not typed')]
    return tryWrite(database, mapping, server.account.slice(0, 30))
  })
}
