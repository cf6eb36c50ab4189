import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import forge from 'node-forge'
import { afterEach, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { oldPkcs12 } from '../../tests/lrs/oldPkcs12.ts'
import { authority, startPair, type Pair } from '../../tests/lrs/pair.ts'
import { aPerson, someUlns } from '../../tests/lrs/people.ts'

const [uln = ''] = someUlns(1)
const people = [aPerson(uln)]
const client = authority.client('college')
let pair: Pair
const closers: (() => void)[] = []
afterEach(async () => {
  await pair.close()
  for (const close of closers.splice(0)) close()
})

interface Files {
  readonly file: string | Buffer
  readonly key?: string
  readonly password?: string | null
  readonly ca?: string
}

/** A pair whose client has these files. */
async function pairWith({ file, key, password = 'secret', ca = authority.certificate }: Files) {
  pair = await startPair({ people }, async (folder) => {
    const path = join(folder, 'mine')
    const keyPath = key === undefined ? null : join(folder, 'mine.key')
    const caPath = join(folder, 'mine.ca')
    await writeFile(path, file)
    await writeFile(caPath, ca)
    if (keyPath !== null) await writeFile(keyPath, key ?? '')
    return { certificate: { path, password, keyPath }, ca: [caPath] }
  })
  return pair.ask({ uln })
}

const keyless = () => {
  const file = forge.pkcs12.toPkcs12Asn1(
    null as unknown as forge.pki.rsa.PrivateKey,
    [forge.pki.certificateFromPem(client.certificate)],
    'secret',
    { algorithm: '3des' },
  )
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary')
}
const thisMorning = new Date(Date.now() - 43_200_000)

describe('a client certificate', () => {
  it.each<[string, Files]>([
    ['PKCS#12', { file: client.pkcs12('secret') }],
    ['PEM with its key in another file', { file: client.certificate, key: client.key }],
    ['PEM with its key in the same file', { file: client.certificate + client.key }],
  ])('of kind %s is accepted', async (_, files) => {
    expect(await pairWith(files)).toMatchObject({ kind: 'record' })
    expect(pair.lrs.certificate()).toMatchObject({ kind: 'valid', daysLeft: 389 })
  })

  it.each<[string, Files, RegExp]>([
    ['with a wrong password', { file: client.pkcs12('other') }, /password .* wrong or missing/],
    ['without its password', { file: client.pkcs12('other'), password: null }, /wrong or missing/],
    ['without its private key', { file: keyless() }, /no private key/],
    ['that is PEM without a key', { file: client.certificate }, /private key/],
    [
      'with the key of another',
      { file: client.certificate, key: authority.client('other').key },
      /does not belong/,
    ],
    ['that is no certificate', { file: 'nothing of the kind' }, /no certificate file/],
    [
      'in an old encryption',
      { file: oldPkcs12 },
      /openssl pkcs12 -legacy -in old\.p12 .*openssl pkcs12 -export/,
    ],
    [
      'beside an authority file that is none',
      { file: client.pkcs12('secret'), ca: 'nothing' },
      /LRS_CA takes PEM/,
    ],
  ])('%s is told as such, and no call is made', async (_, files, words) => {
    const answer = await pairWith(files)
    expect(answer).toMatchObject({ kind: 'stopped', code: 'lrs-certificate-unreadable' })
    expect(answer.kind === 'stopped' && answer.detail).toMatch(words)
    expect(pair.lrs.certificate()).toMatchObject({ kind: 'unreadable' })
    expect(pair.simulator.counts().connections).toBe(0)
  })

  it('that has expired is not used', async () => {
    const old = authority.client('old', { notAfter: thisMorning }).pkcs12('secret')
    expect(await pairWith({ file: old })).toMatchObject({
      kind: 'stopped',
      code: 'lrs-certificate-expired',
    })
    expect(pair.lrs.certificate()).toMatchObject({ kind: 'expired', daysLeft: -1 })
    expect(pair.simulator.counts().connections).toBe(0)
  })

  it.each([
    ['that is missing', '/nowhere/client.p12', null],
    ['whose key is missing', '', '/nowhere/client.key'],
    ['whose setting holds the key itself', client.key, null],
    ['whose setting holds its password', 'hunter2', null],
  ])('%s names the setting, never what it holds', async (_, path, keyPath) => {
    pair = await startPair({ people }, (folder) =>
      Promise.resolve({
        certificate: { path: path || join(folder, 'client.p12'), password: 'secret', keyPath },
      }),
    )
    const setting = keyPath === null ? 'LRS_CERTIFICATE' : 'LRS_CERTIFICATE_KEY'
    const answer = await pair.ask({ uln })
    expect(answer).toMatchObject({
      code: 'lrs-certificate-unreadable',
      detail: expect.stringContaining(`The file of ${setting} is not there.`),
    })
    expect(JSON.stringify(answer)).not.toMatch(/nowhere|BEGIN|hunter2/)
  })

  it('of an authority that LRS does not know is refused: HTTP 403', async () => {
    const stranger = makeAuthority('Strangers').client('college').pkcs12('secret')
    expect(await pairWith({ file: stranger })).toMatchObject({
      kind: 'stopped',
      code: 'lrs-certificate-refused',
    })
    expect(pair.simulator.counts().total).toBe(1)
  })
})

describe('the TLS handshake', () => {
  /** A server that answers the first bytes of a handshake in its own way. */
  async function askServerThat(answers: (socket: Socket) => void) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => answers(socket))
    })
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    closers.push(() => server.close())
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
    pair = await startPair({ people }, { url, timeoutMs: 1000 })
    return pair.ask({ uln })
  }

  it.each([
    [40, 'broke off the handshake'],
    [42, 'does not accept'],
    [44, 'revoked'],
    [45, 'expired'],
    [48, 'does not know the authority'],
    [49, 'denies access'],
    [116, 'no client certificate'],
  ])('refused with alert %d is explained', async (alert, words) => {
    const record = Buffer.from([0x15, 3, 3, 0, 2, 2, alert])
    const answer = await askServerThat((socket) => socket.end(record))
    expect(answer).toMatchObject({ kind: 'stopped', code: 'lrs-certificate-refused' })
    expect(answer.kind === 'stopped' && answer.detail).toContain(words)
  })

  it('cut without a word is taken for a refusal as long as nothing was ever accepted', async () => {
    const answer = await askServerThat((socket) => socket.destroy())
    expect(answer).toMatchObject({
      kind: 'stopped',
      code: 'lrs-certificate-refused',
      detail: expect.stringContaining('cut the TLS handshake'),
    })
  })

  it('never answered is a time-out', async () => {
    expect(await askServerThat(() => undefined)).toMatchObject({ errorCode: 'LNK0101' })
  })

  it.each([
    ['PEM', client.certificate + client.key],
    // Node by itself would trust the authorities that such a file carries along.
    ['PKCS#12', client.pkcs12('secret')],
  ])('with a server that is not trusted ends the download, certificate as %s', async (_, file) => {
    const answer = await pairWith({ file, ca: makeAuthority('Another').certificate })
    expect(answer).toMatchObject({
      kind: 'stopped',
      code: 'lrs-not-trusted',
      detail: expect.stringContaining('its authority is not known here'),
    })
    expect(pair.simulator.counts().total).toBe(0)
  })

  it('with nobody there is no answer', async () => {
    pair = await startPair({ people }, { url: 'https://127.0.0.1:9/' })
    expect(await pair.ask({ uln })).toMatchObject({
      kind: 'failed',
      errorCode: 'LNK0101',
      errorDescription: 'LRS did not answer: the connection was refused.',
    })
  })
})
