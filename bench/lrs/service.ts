import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLrs, type LrsLink } from '../../backend/lrs/lrs.ts'
import { certificatePassword, password, ukprn } from './organisation.ts'

/** The simulator's process and clients of it. */
export interface BenchService {
  readonly url: string
  readonly certificatePath: string
  readonly caPath: string
  setDelay(ms: number): Promise<void>
  client(): LrsLink
  close(): Promise<void>
}

export async function startService(): Promise<BenchService> {
  const child = fork(new URL('./simulator.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const [{ url, ca, client }] = (await once(child, 'message')) as [
    { url: string; ca: string; client: string },
  ]
  const folder = await mkdtemp(join(tmpdir(), 'bench-lrs-'))
  const certificatePath = join(folder, 'client.p12')
  const caPath = join(folder, 'ca.pem')
  await writeFile(certificatePath, Buffer.from(client, 'base64'))
  await writeFile(caPath, ca)
  return {
    url,
    certificatePath,
    caPath,
    async setDelay(delayMs) {
      child.send({ delayMs })
      await once(child, 'message')
    },
    client: () =>
      createLrs({
        url,
        certificate: { path: certificatePath, password: certificatePassword, keyPath: null },
        ca: [caPath],
        ukprn,
        password,
        vendorId: 99,
        invokingOrganisation: null,
        userType: 'ORG',
        language: 'ENG',
        sendDateOfBirth: false,
        batchSize: 20,
        timeoutMs: 30_000,
        proxy: { proxy: null, noProxy: null },
        logger: { info: () => undefined, warn: console.warn },
      }),
    async close() {
      child.disconnect()
      await once(child, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}
