import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildRequest } from '../../../backend/lrs/request/envelope.ts'
import { startLrs, type LrsSimulator } from '../../../sandbox/lrs/lrs.ts'
import {
  faultWords,
  isFault,
  isShape,
  shapeWords,
  type FaultName,
  type ShapeName,
} from '../../../sandbox/lrs/faults/names.ts'
import { aPerson, someUlns } from '../people.ts'
import { authority, password, ukprn } from '../pair.ts'
import { complaintsAbout } from './complaints.ts'
import { kindOfAnswer, type AnswerKind } from './kind.ts'
import { rawCall } from './rawCall.ts'
import { response } from './service.ts'

const [known = '', linked = '', closed = '', nobody = ''] = someUlns(4)
const settings = {
  ukprn,
  password,
  vendorId: 99,
  invokingOrganisation: null,
  userType: 'ORG',
  language: 'ENG',
  sendDateOfBirth: false,
}
const requestFor = (uln: string) =>
  buildRequest(
    { uln, givenName: 'Ada', familyName: 'Example', dateOfBirth: null },
    'jane',
    settings,
  )

let simulator: LrsSimulator
let ask: (uln: string) => Promise<string>
beforeAll(async () => {
  simulator = await startLrs({
    people: [
      aPerson(known),
      aPerson(linked, { masterUln: known }),
      aPerson(closed, { shares: false }),
    ],
    tls: authority.server(['localhost']),
    clientAuthority: authority.certificate,
    organisation: { ukprn, password },
    delayMs: 0,
  })
  const client = {
    url: simulator.url,
    pfx: authority.client('college').pkcs12('secret'),
    passphrase: 'secret',
    ca: authority.certificate,
  }
  ask = (uln) => rawCall(client, requestFor(uln))
})
afterAll(() => simulator.close())

/** What each switch makes of an answer; a switch without a line here does not compile. */
const kinds: Readonly<Record<FaultName, AnswerKind>> = {
  timeout: 'none',
  reset: 'none',
  cut: 'none',
  'slow-drip': 'none',
  maintenance: 'miapFault',
  unavailable: 'none',
  'bad-gateway': 'none',
  forbidden: 'none',
  redirect: 'none',
  'wrong-type': 'none',
  truncated: 'none',
  oversized: 'none',
  entities: 'none',
  deep: 'none',
  'not-soap': 'none',
  'bad-encoding': 'none',
  'bare-fault': 'bareFault',
  'unknown-fault': 'domainFault',
  'invalid-request': 'domainFault',
  'unknown-operation': 'domainFault',
  'unknown-organisation': 'domainFault',
  'out-of-hours': 'domainFault',
  'wrong-password': 'domainFault',
  'not-permitted': 'domainFault',
  'invalid-uln': 'domainFault',
  'server-error': 'domainFault',
  'not-verified': 'response',
  'not-shared': 'response',
  'unknown-code': 'response',
  'other-uln': 'response',
}
/** Shapes that leave the description on purpose, with what they are to be blamed for. */
const blames: Partial<Record<ShapeName, RegExp>> = {
  shuffled: /stands too late/,
  'extra-elements': /has no part .*NotYetKnown/,
}
const faults = Object.keys(faultWords).filter(isFault)
const shapes = Object.keys(shapeWords).filter(isShape)

describe('over the wire, against the service description', () => {
  it.each(faults)('%s is of its kind, in either shape of fault', async (fault) => {
    const kind = kinds[fault]
    simulator.setFaults(fault)
    expect(kindOfAnswer(await ask(known))).toBe(kind)
    if (kind !== 'domainFault') return
    simulator.setFaults(`${fault},as-miap-fault`)
    expect(kindOfAnswer(await ask(known))).toBe('miapFault')
    simulator.setFaults(`${fault},as-response-code`)
    expect(kindOfAnswer(await ask(known))).toBe('response')
  })

  it.each(shapes)('%s keeps to it for every learner, or is to blame', async (shape) => {
    simulator.setFaults(shape)
    for (const uln of [known, linked, closed, nobody]) {
      const complaints = complaintsAbout(await ask(uln), response)
      const blame = blames[shape]
      const shown = uln === known || uln === linked
      if (blame === undefined || !shown) expect(complaints).toEqual([])
      else expect(complaints.join('\n')).toMatch(blame)
    }
  })
})
