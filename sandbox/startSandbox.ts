import { mkdir, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Backend } from './backend/backend.ts'
import { startBackend } from './backend/backend.ts'
import { backendEnvironment, lrsOrganisation, signIn } from './backend/environment.ts'
import { writeEnvironmentFile } from './backend/environmentFile.ts'
import { writeCertificateFiles } from './certificateFiles.ts'
import { readOrMakeAuthority } from './certificates/keptAuthority.ts'
import { spkiPin } from './certificates/spkiPin.ts'
import type { College } from './college/college.ts'
import { makeCollege } from './college/makeCollege.ts'
import type { EbsServer } from './ebs/index.ts'
import { createEbsTables, loadEbs, startEbsServer } from './ebs/index.ts'
import type { SandboxEnvironment } from './environment.ts'
import { freePorts } from './freePorts.ts'
import { takePort } from './front/front.ts'
import type { Identity } from './identity/identity.ts'
import { startIdentity } from './identity/identity.ts'
import type { LrsSimulator } from './lrs/lrs.ts'
import { startLrs } from './lrs/lrs.ts'
import { startPart } from './part.ts'
import type { Part } from './part.ts'

export interface SandboxOptions extends SandboxEnvironment {
  /** The repository. */
  readonly root: string
  /** Where the sandbox keeps its files; two sandboxes at once need two. */
  readonly folder: string
  /** Names of the backend's environment to set otherwise than the sandbox does. */
  readonly backend?: Readonly<Record<string, string>>
}

export interface Sandbox {
  /** `https://localhost:PORT`: pane and API; the preview is under `/preview`. */
  readonly address: string
  /** The pin that lets a browser trust the sandbox's certificates. */
  readonly pin: string
  /** PEM of the authority that signed them. */
  readonly authority: string
  readonly identity: Identity
  readonly lrs: Part<LrsSimulator>
  /** The database server, and the connection string of the college's database on it. */
  readonly ebs: Part<EbsServer>
  readonly ebsUrl: string
  readonly backend: Part<Backend>
  /** What the backend was started with. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Pages of the pane that the sign-in service may send people back to. */
const redirectPages = ['/assets/redirect.html', '/assets/dialog.html'] as const

/** An ebs database of this sandbox alone, filled with the college. */
async function fillEbs(server: EbsServer, folder: string, ebs: College['ebs']): Promise<string> {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 10)
  const url = await server.createDatabase(`college_${mark}`)
  await createEbsTables(url)
  await loadEbs(url, ebs)
  return url
}

/**
 * Starts the whole product with everything around it, and waits until all of it answers. What was
 * started is stopped again when a later part fails.
 * @throws PortTaken and whatever a part says of itself
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { root, folder, seed } = options
  const started: { stop(): Promise<unknown> }[] = []
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).reverse()) await part.stop()
  }
  const keep = <Kept extends { stop(): Promise<unknown> }>(part: Kept): Kept => {
    started.push(part)
    return part
  }

  const start = async (): Promise<Sandbox> => {
    await mkdir(folder, { recursive: true })
    const authority = await readOrMakeAuthority(join(folder, 'certificates'))
    const files = await writeCertificateFiles(authority, join(folder, 'certificates'))
    const server = authority.server(['localhost', '127.0.0.1'])
    const chain = server.certificate + authority.certificate

    const front = keep(await takePort(options.port, { certificate: chain, key: server.key }))
    const { address } = front
    const college = makeCollege({ seed, learners: options.learners })

    const [ebsPort, lrsPort, controlPort, port = 0] = await freePorts(4)
    const ebs = keep(
      await startPart(
        () => startEbsServer({ folder: join(folder, 'ebs'), port: ebsPort }),
        (running) => running.close(),
      ),
    )
    const ebsUrl = await fillEbs(ebs.now(), folder, college.ebs)
    const lrs = keep(
      await startPart(
        () =>
          startLrs({
            people: college.lrs,
            tls: { certificate: chain, key: server.key },
            clientAuthority: authority.certificate,
            organisation: lrsOrganisation,
            port: lrsPort,
            controlPort,
            delayMs: options.lrsDelayMs,
            faults: options.lrsFaults,
            seed,
          }),
        (running) => running.close(),
      ),
    )
    const [firstPage, ...otherPages] = redirectPages
    const identity = await startIdentity({
      ...signIn,
      tls: { ...server, authority: authority.certificate },
      redirectUris: [address + firstPage, ...otherPages.map((page) => address + page)],
    })
    keep({ stop: () => identity.close() })

    const { url: lrsUrl, controlUrl: lrsControlUrl } = lrs.now()
    const wiring = { port, address, ebsUrl, lrsUrl, issuer: identity.issuer, files }
    const environment = backendEnvironment(wiring, options.backend)
    await writeEnvironmentFile(join(folder, 'backend.env'), environment)
    const log = join(folder, 'backend.log')
    await rm(log, { force: true })
    const backend = keep(
      await startPart(
        () => startBackend({ root, port, environment, log }),
        (running) => running.stop(),
      ),
    )
    await front.open({ root, lrsControlUrl, ebsUrl }, { port })
    const pin = spkiPin(authority.certificate)
    return {
      address,
      pin,
      authority: authority.certificate,
      identity,
      lrs,
      ebs,
      ebsUrl,
      backend,
      environment,
      stop,
    }
  }

  try {
    return await start()
  } catch (error) {
    await stop()
    throw error
  }
}
