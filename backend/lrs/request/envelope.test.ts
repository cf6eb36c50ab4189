import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readElement } from '../../../sandbox/lrs/request/element.ts'
import { readRequest } from '../../../sandbox/lrs/request/read.ts'
import { buildRequest } from './envelope.ts'

const settings = {
  ukprn: '99990001',
  password: 'NotARealPasswd16',
  vendorId: 99,
  invokingOrganisation: null,
  userType: 'ORG',
  language: 'ENG',
  sendDateOfBirth: false,
}
const question = {
  uln: '9000000016',
  givenName: 'Ada',
  familyName: 'Example',
  dateOfBirth: '2004-02-29',
}
const text = fc.string({ unit: 'grapheme', maxLength: 35 })

describe('a request', () => {
  it('is always as the service description says, and carries every name unharmed', () => {
    const any = fc.record({
      givenName: text,
      familyName: text,
      userName: text,
      password: text,
      organisation: fc.option(text),
      sendDateOfBirth: fc.boolean(),
    })
    fc.assert(
      fc.property(any, ({ userName, organisation, givenName, familyName, ...more }) => {
        const xml = buildRequest({ ...question, givenName, familyName }, userName, {
          ...settings,
          ...more,
          invokingOrganisation: organisation,
        })
        const read = readRequest(xml)
        if (read.kind !== 'asked') throw new Error(JSON.stringify(read))
        const sent = (value: string) =>
          value.replace(/\p{Cc}/gu, ' ').replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
        expect(read.asked).toMatchObject({
          givenName: sent(givenName),
          familyName: sent(familyName),
          userName: sent(userName),
          password: sent(more.password),
          organisationRef: sent(organisation ?? ''),
          uln: question.uln,
          dateOfBirth: more.sendDateOfBirth ? question.dateOfBirth : '',
          gender: '',
          getType: 'FULL',
        })
      }),
    )
  })

  it('has all ten elements in their order, empty ones too', () => {
    const body = readElement(buildRequest(question, 'jane', settings))?.children[1]
    const call = body?.children[0]
    expect(call?.children.map(({ name }) => name)).toEqual([
      'invokingOrganisation',
      'userType',
      'vendorID',
      'language',
      'uln',
      'givenName',
      'familyName',
      'dateOfBirth',
      'gender',
      'getType',
    ])
    expect(call?.children[0]?.children.map(({ name }) => name)).toEqual([
      'Password',
      'Ukprn',
      'Username',
    ])
  })
})
