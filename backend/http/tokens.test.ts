import { describe, expect, it } from '@jest/globals'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createTokenReader } from './tokens.ts'

const issuer = 'https://issuer.example'

/** A key of the issuer, and tokens signed with it that do not name it. */
async function signer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const token = () =>
    new SignJWT({ scp: 'access', roles: ['User'], name: null })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience('api://plr')
      .setSubject('s1')
      .setExpirationTime('5m')
      .sign(privateKey)
  return { jwk: { ...(await exportJWK(publicKey)), alg: 'ES256' }, token }
}

describe('a token that does not name its key', () => {
  it('is taken when any of the issuer’s keys signed it, and only then', async () => {
    const [first, second, stranger] = [await signer(), await signer(), await signer()]
    const read = createTokenReader({
      issuer,
      audience: 'api://plr',
      scope: 'api://plr/access',
      adminRole: 'Admin',
      userRole: 'User',
      keys: createLocalJWKSet({ keys: [first.jwk, second.jwk] }),
      visibilityOf: () => ({ kind: 'all' }),
    })
    for (const { token } of [first, second]) {
      // `name` is null in it: then the subject stands for the name.
      const person = { name: 's1', role: 'User' }
      expect(await read(`Bearer ${await token()}`)).toMatchObject({ kind: 'person', person })
    }
    expect(await read(`Bearer ${await stranger.token()}`)).toMatchObject({ kind: 'bad' })
  })
})
