import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backendEnvironment, signIn } from '../../sandbox/backend/environment.ts'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { createEbsTables, loadEbs, startEbsServer } from '../../sandbox/ebs/index.ts'
import { freePorts } from '../../sandbox/freePorts.ts'
import { startIdentity } from '../../sandbox/identity/identity.ts'
import { someUlns } from '../../tests/lrs/people.ts'
import { certificatePassword, mostLearners, password, ukprn } from '../lrs/organisation.ts'
import { startService } from '../lrs/service.ts'
import { startMeasured, type MeasuredBackend } from './backend.ts'

const firstCode = 100_001

/** The real backend with everything around it, each part in a process of its own. */
export interface BenchCollege {
  readonly port: number
  readonly backend: MeasuredBackend
  /** A token of somebody who may download. */
  readonly token: string
  /** Person codes of learners with 15 learning events each; `mostLearners` in all. */
  codes(from: number, count: number): string[]
  close(): Promise<void>
}

/** @param callMs how long LRS takes for one call */
export async function startBenchCollege(callMs: number): Promise<BenchCollege> {
  const folder = await mkdtemp(join(tmpdir(), 'download-bench-'))
  const [port = 0] = await freePorts(1)
  const server = await startEbsServer({ folder: join(folder, 'ebs') })
  const ebsUrl = await server.createDatabase('bench')
  await createEbsTables(ebsUrl)
  await loadEbs(ebsUrl, {
    people: someUlns(mostLearners).map((uln, index) => ({
      person_code: String(firstCode + index),
      surname: 'Example',
      forename: 'Ada',
      unique_learn_no: uln,
      is_active: 'Y',
    })),
  })
  const lrs = await startService()
  await lrs.setDelay(callMs)
  const authority = makeAuthority('Download bench')
  const authorityPath = join(folder, 'authority.pem')
  await writeFile(authorityPath, authority.certificate)
  const address = `http://127.0.0.1:${port}`
  const identity = await startIdentity({
    ...signIn,
    tls: { ...authority.server(['localhost', '127.0.0.1']), authority: authority.certificate },
    redirectUris: [`${address}/assets/redirect.html`],
  })
  const environment = backendEnvironment(
    {
      port,
      address,
      ebsUrl,
      lrsUrl: lrs.url,
      issuer: identity.issuer,
      files: {
        authority: authorityPath,
        lrsClient: lrs.certificatePath,
        lrsClientPassword: certificatePassword,
      },
    },
    {
      LRS_CA: lrs.caPath,
      LRS_UKPRN: ukprn,
      LRS_PASSWORD: password,
      LRS_USERNAME: 'bench',
      OFFICE_JS_URL: 'https://localhost/office.js',
    },
  )
  const backend = await startMeasured(environment, port)
  return {
    port,
    backend,
    token: await identity.token('admin@college.example'),
    codes: (from, count) =>
      Array.from({ length: count }, (_, index) => String(firstCode + from + index)),
    async close() {
      await backend.close()
      await identity.close()
      await lrs.close()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
