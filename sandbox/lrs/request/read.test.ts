import { describe, expect, it } from '@jest/globals'
import { buildRequest } from '../../../backend/lrs/request/envelope.ts'
import { readRequest } from './read.ts'
import { isUln } from './uln.ts'

const good = buildRequest(
  { uln: '9000000016', givenName: 'Ada', familyName: 'Example', dateOfBirth: null },
  'jane',
  {
    ukprn: '99990001',
    password: 'NotARealPasswd16',
    vendorId: 99,
    invokingOrganisation: '99990001',
    userType: 'ORG',
    language: 'ENG',
    sendDateOfBirth: false,
  },
)
const swap = (xml: string, one: string, other: string) =>
  xml.replace(one, '\0').replace(other, one).replace('\0', other)

describe('reading a request strictly', () => {
  it.each<[string, string, string]>([
    [
      'an element out of order',
      swap(good, '<tem:givenName>Ada</tem:givenName>', '<tem:familyName>Example</tem:familyName>'),
      'givenName stands after familyName',
    ],
    [
      'a part of the organisation out of order',
      swap(good, '<svc:Ukprn>99990001</svc:Ukprn>', '<svc:Username>jane</svc:Username>'),
      'Ukprn stands after Username',
    ],
    [
      'a part of the organisation in the namespace of the rest',
      good.replaceAll('svc:Password', 'tem:Password'),
      'Password is in namespace "http://tempuri.org/"',
    ],
    ['an unknown element', good.replaceAll('tem:gender', 'tem:sex'), 'has no part sex'],
    [
      'an element twice',
      good.replace('<tem:uln>', '<tem:uln>1</tem:uln><tem:uln>'),
      'uln is there twice',
    ],
  ])('tells of %s', (_, xml, why) => {
    expect(xml).not.toBe(good)
    expect(readRequest(xml)).toMatchObject({ kind: 'invalid', why: expect.stringContaining(why) })
  })

  it.each([
    ['a vendor that is no number', good.replace('>99<', '>abc<')],
    ['a document type', `<!DOCTYPE x>${good}`],
    ['XML cut off', good.slice(0, -20)],
    ['another operation', good.replaceAll('GetLearnerLearningEvents', 'ViewAudit')],
  ])('cannot decode %s', (_, xml) => {
    expect(xml).not.toBe(good)
    expect(readRequest(xml)).toEqual({ kind: 'undecodable' })
  })

  it('takes nil, empty and absent alike', () => {
    const nil = '<tem:gender i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>'
    const empty = '<tem:gender></tem:gender>'
    expect(good).toContain(empty)
    for (const xml of [good, good.replace(empty, nil), good.replace(empty, '')]) {
      expect(readRequest(xml)).toMatchObject({ kind: 'asked', asked: { gender: '' } })
    }
  })
})

describe('the ULN rules', () => {
  it.each(['9276308686', '1174112637', '4444599390', '9000000016', '9999999998'])(
    'pass %s',
    (uln) => {
      expect(isUln(uln)).toBe(true)
    },
  )
  it.each(['1234567890', '9999999999', '0123456789', '900000001', '90000000160'])(
    'fail %s',
    (uln) => {
      expect(isUln(uln)).toBe(false)
    },
  )
})
