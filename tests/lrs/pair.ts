import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLrs, type LrsLink } from '../../backend/lrs/lrs.ts'
import type { LrsOptions } from '../../backend/lrs/options.ts'
import type { LrsAnswer, LrsQuestion } from '../../backend/plr/event/answer.ts'
import { makeAuthority, type Authority } from '../../sandbox/certificates/authority.ts'
import { startLrs, type LrsSimulator, type LrsSimulatorOptions } from '../../sandbox/lrs/lrs.ts'

export const password = 'NotARealPasswd16'
export const ukprn = '99990001'
export const jane = { person: 'jane', userName: 'jane.admin' }

/** One authority and one client for a whole test file: making keys and files takes its time. */
export const authority: Authority = makeAuthority('Test authority')
const server = authority.server(['localhost', '127.0.0.1'])
const clientFile = authority.client('college').pkcs12('secret')

/** A simulator and a client of it, over real mutual TLS. */
export interface Pair {
  readonly simulator: LrsSimulator
  readonly lrs: LrsLink
  /** What the client logged. */
  readonly logged: string[]
  /** Where its certificate lies. */
  readonly certificatePath: string
  readonly folder: string
  ask(question: Partial<LrsQuestion> & { uln: string }, signal?: AbortSignal): Promise<LrsAnswer>
  close(): Promise<void>
}

export async function startPair(
  simulated: Partial<LrsSimulatorOptions> & Pick<LrsSimulatorOptions, 'people'>,
  /** Or a function that makes them, for options that name files of the folder. */
  options: Partial<LrsOptions> | ((folder: string) => Promise<Partial<LrsOptions>>) = {},
): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), 'lrs-'))
  const certificatePath = join(folder, 'client.p12')
  const caPath = join(folder, 'ca.pem')
  await writeFile(certificatePath, clientFile)
  await writeFile(caPath, authority.certificate)
  const simulator = await startLrs({
    tls: server,
    clientAuthority: authority.certificate,
    organisation: { ukprn, password },
    delayMs: 0,
    ...simulated,
  })
  const logged: string[] = []
  const log = (_: unknown, message: string) => void logged.push(message)
  const lrs = createLrs({
    url: simulator.url,
    certificate: { path: certificatePath, password: 'secret', keyPath: null },
    ca: [caPath],
    ukprn,
    password,
    vendorId: 99,
    invokingOrganisation: null,
    userType: 'ORG',
    language: 'ENG',
    sendDateOfBirth: false,
    batchSize: 20,
    timeoutMs: 5000,
    retryDelayMs: 10,
    proxy: { proxy: null, noProxy: null },
    logger: { info: log, warn: log },
    ...(typeof options === 'function' ? await options(folder) : options),
  })
  return {
    simulator,
    lrs,
    logged,
    certificatePath,
    folder,
    ask: (question, signal = new AbortController().signal) =>
      lrs.ask(
        { givenName: 'Ada', familyName: 'Example', dateOfBirth: null, ...question },
        jane,
        signal,
      ),
    async close() {
      lrs.close()
      await simulator.close()
      await rm(folder, { recursive: true })
    },
  }
}
