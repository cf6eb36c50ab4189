import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { lrsOptions } from '../../../backend/config/lrsOptions.ts'
import { readSettings } from '../../../backend/config/readSettings.ts'
import { environmentSchema } from '../../../backend/config/schema.ts'
import { createLrs } from '../../../backend/lrs/lrs.ts'
import type { Exchange } from '../../../backend/lrs/options.ts'
import type { ConformanceCase } from './case.ts'
import type { WatchedClient } from './run.ts'

/** Real people's records are there, and every look at one stands in that learner's own audit. */
const liveHost = 'ws.lrs.education.gov.uk'

const lrsSettings = environmentSchema.pick({
  LRS_URL: true,
  LRS_CERTIFICATE: true,
  LRS_CERTIFICATE_PASSWORD: true,
  LRS_CERTIFICATE_KEY: true,
  LRS_CA: true,
  LRS_UKPRN: true,
  LRS_PASSWORD: true,
  LRS_VENDOR_ID: true,
  LRS_USERNAME: true,
  LRS_INVOKING_ORGANISATION: true,
  LRS_USER_TYPE: true,
  LRS_LANGUAGE: true,
  LRS_SEND_DATE_OF_BIRTH: true,
  LRS_BATCH_SIZE: true,
  LRS_TIMEOUT_MS: true,
  LRS_REQUIRE_NOTICE: true,
  NODE_EXTRA_CA_CERTS: true,
  HTTPS_PROXY: true,
  NO_PROXY: true,
})

/** The test learners that LRS handed out, and what it says that has to come of each. */
const casesFile = z.array(
  z.object({
    title: z.string(),
    uln: z.string().regex(/^\d{10}$/),
    givenName: z.string().min(1).max(35),
    familyName: z.string().min(1).max(35),
    dateOfBirth: z.iso.date().nullable().default(null),
    expected: z.object({
      kind: z.enum(['record', 'refused', 'failed', 'stopped']),
      code: z.string(),
    }),
  }),
)

export type LiveRead =
  | {
      readonly kind: 'ready'
      readonly client: WatchedClient
      readonly url: string
      readonly userName: string
    }
  | { readonly kind: 'refused'; readonly why: string }

/** A client of the LRS that the environment names; opens no connection yet. */
export function readLive(env: Readonly<Record<string, string | undefined>>): LiveRead {
  const read = readSettings(lrsSettings, env)
  if (read.kind === 'wrong') return { kind: 'refused', why: read.problems.join('\n') }
  const { settings } = read
  if (new URL(settings.LRS_URL).hostname === liveHost) {
    const why = `LRS_URL is the live service (${liveHost}). The conformance run is for the test service that LRS gave you; the live one holds real people.`
    return { kind: 'refused', why }
  }
  const exchanges: Exchange[] = []
  const logger = { info: () => undefined, warn: () => undefined }
  const lrs = createLrs({
    ...lrsOptions(settings, logger, () => undefined),
    onExchange: (exchange) => void exchanges.push(exchange),
  })
  const client = {
    lrs,
    setSwitches: () => undefined,
    takeExchanges: () => exchanges.splice(0),
  }
  const userName = settings.LRS_USERNAME.replaceAll('{user}', 'conformance')
  return { kind: 'ready', client, url: settings.LRS_URL, userName }
}

/**
 * The cases of a JSON file.
 * @throws when the file cannot be read or is not such a list
 */
export function readCases(path: string): ConformanceCase[] {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return casesFile
    .parse(parsed)
    .map(({ title, expected, ...question }) => ({ title, expected, question }))
}
