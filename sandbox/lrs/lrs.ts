import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Identity } from '../certificates/authority.ts'
import { closing } from '../closing.ts'
import type { LrsPerson } from '../college/college.ts'
import type { Organisation } from './answer/decide.ts'
import { createCallLog, type CallCounts, type CallRecord } from './calls.ts'
import { startControl } from './control/control.ts'
import { seededRandom } from './faults/random.ts'
import { choose, readSwitches, writeSwitches } from './faults/switches.ts'
import { createService } from './service.ts'

export interface LrsSimulatorOptions {
  readonly people: readonly LrsPerson[]
  /** What the service shows. */
  readonly tls: Identity
  /** PEM of the authority whose clients are let in. */
  readonly clientAuthority: string
  readonly organisation: Organisation
  /** Free ports when left out. */
  readonly port?: number
  readonly controlPort?: number
  /** How long one call takes (150). */
  readonly delayMs?: number
  /** See `readSwitches`. */
  readonly faults?: string
  readonly seed?: number
  /** Told of every request as it came. */
  readonly onRequest?: (xml: string) => void
}

/** A running LRS. */
export interface LrsSimulator {
  /** The full endpoint, as `LRS_URL` takes it. */
  readonly url: string
  /** The control page. */
  readonly controlUrl: string
  calls(): readonly CallRecord[]
  counts(): CallCounts
  /** Replaces all switches; throws on a name that is not known. */
  setFaults(list: string): void
  faults(): string
  setDelay(ms: number): void
  delay(): number
  close(): Promise<void>
}

/** Starts the simulator of LRS's Learner Service R9 and its control page on this machine. */
export async function startLrs(options: LrsSimulatorOptions): Promise<LrsSimulator> {
  const people = new Map(options.people.map((person) => [person.uln, person]))
  const log = createCallLog()
  const random = seededRandom(options.seed ?? 1)
  let switches = readSwitches(options.faults ?? '')
  let delayMs = options.delayMs ?? 150

  const service = createService({
    register: { organisation: options.organisation, person: (uln) => people.get(uln) },
    log,
    delayMs: () => delayMs,
    choose: (uln) => choose(switches, uln, random),
    onRequest: options.onRequest,
  })
  const server = createServer(
    {
      cert: options.tls.certificate,
      key: options.tls.key,
      ca: options.clientAuthority,
      requestCert: true,
      // A client without a certificate is told so with 403 instead of a cut connection.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      keepAliveTimeout: 120_000,
    },
    (request, response) => {
      service(request, response).catch(() => {
        response.destroy()
      })
    },
  )
  server.on('secureConnection', log.connected)
  const closeServer = closing(server)
  const port = await listen(server, options.port ?? 0)

  const simulator: LrsSimulator = {
    url: `https://localhost:${port}/LearnerServiceR9.svc`,
    controlUrl: '',
    calls: log.calls,
    counts: log.counts,
    setFaults(list) {
      switches = readSwitches(list)
    },
    faults: () => writeSwitches(switches),
    setDelay(ms) {
      delayMs = ms
    },
    delay: () => delayMs,
    close: closeServer,
  }
  const control = await startControl(simulator, options.controlPort ?? 0)
  return {
    ...simulator,
    controlUrl: control.url,
    close: async () => {
      await Promise.all([closeServer(), control.close()])
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  return portOf(server.address())
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
