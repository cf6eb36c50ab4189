import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildRequest } from '../../../backend/lrs/request/envelope.ts'
import { eventElements } from '../../../sandbox/lrs/answer/events.ts'
import { write } from '../../../sandbox/lrs/answer/write.ts'
import { isShape, shapeWords } from '../../../sandbox/lrs/faults/names.ts'
import { anEvent } from '../people.ts'
import { complaintsAbout } from './complaints.ts'
import { kindOfAnswer } from './kind.ts'
import { request, response } from './service.ts'

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((any) => any.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''))
const settings = fc.record({
  ukprn: text,
  password: text,
  vendorId: fc.nat({ max: 999_999_999 }),
  invokingOrganisation: fc.option(text),
  userType: fc.constantFrom('LNR', 'ORG', 'SER'),
  language: text,
  sendDateOfBirth: fc.boolean(),
})
const question = fc.record({
  uln: text,
  givenName: fc.string({ unit: 'binary' }),
  familyName: fc.string({ unit: 'binary' }),
  dateOfBirth: fc.option(text),
})

describe('against the service description', () => {
  it('stands every request that the client can build', () => {
    fc.assert(
      fc.property(question, text, settings, (asked, userName, given) => {
        expect(complaintsAbout(buildRequest(asked, userName, given), request)).toEqual([])
      }),
    )
  })

  it('stands every answer that the simulator can write', () => {
    const names = eventElements.filter((name) => name !== 'ID' && name !== 'Credits')
    const event = fc
      .tuple(fc.dictionary(fc.constantFrom(...names), fc.option(text)), fc.nat())
      .map(([fields, id]) => anEvent(id, fields))
    const regular = Object.keys(shapeWords)
      .filter(isShape)
      .filter((name) => name !== 'shuffled' && name !== 'extra-elements' && name !== 'many-events')
    const answer = fc.record({
      kind: fc.constant('answer' as const),
      code: fc.constantFrom('WSRC0004', 'WSRC0022', 'WSEC0206', 'WSEC0208', 'WSRC0777'),
      found: fc.option(fc.constant('9000000016')),
      incoming: text,
      events: fc.array(event, { maxLength: 4 }),
      brief: fc.boolean(),
    })
    fc.assert(
      fc.property(answer, fc.subarray(regular), (decision, shapes) => {
        const { xml } = write(decision, new Set(shapes), decision.incoming, new Date(0))
        expect(complaintsAbout(xml, response)).toEqual([])
      }),
    )
  })

  it('stands every refusal, in the shape that is asked for', () => {
    const shapes = [[], ['as-miap-fault'], ['as-response-code']] as const
    fc.assert(
      fc.property(
        fc.constantFrom('WSEC0001', 'WSEC0005', 'WSEC0136', 'WSEC0999'),
        text,
        fc.constantFrom(...shapes),
        (code, why, shape) => {
          const { xml } = write({ kind: 'code', code, why }, new Set(shape), '', new Date(0))
          const kind = { 'as-miap-fault': 'miapFault', 'as-response-code': 'response' } as const
          expect(kindOfAnswer(xml)).toBe(shape[0] === undefined ? 'domainFault' : kind[shape[0]])
        },
      ),
    )
  })

  const good = write(
    {
      kind: 'answer',
      code: 'WSRC0004',
      found: '1',
      incoming: '1',
      events: [anEvent(1), anEvent(2)],
      brief: false,
    },
    new Set(),
    '1',
    new Date(0),
  ).xml
  it.each<[string, string, string]>([
    ['an ID that is no int', good.replace('<a:ID>1<', '<a:ID>2147483648<'), 'ID is no int'],
    ['a missing ID', good.replace('<a:ID>1</a:ID>', ''), 'ID is missing in LearningEvent'],
    [
      'credits that are nil',
      good.replace('<a:Credits>0</a:Credits>', '<a:Credits i:nil="true"/>'),
      'Credits may not be nil',
    ],
    [
      'a value with elements in it',
      good.replace('<a:Grade>6<', '<a:Grade><b/>6<'),
      'Grade holds elements',
    ],
    [
      'another namespace',
      good.replace('<a:Source>NPD</a:Source>', '<Source>NPD</Source>'),
      'LearningEvent has no part {http://tempuri.org/}Source',
    ],
    [
      'something twice',
      good.replace('<a:FoundULN>1</a:FoundULN>', '<a:FoundULN>1</a:FoundULN><a:FoundULN/>'),
      'FoundULN is there twice',
    ],
    [
      'text between its parts',
      good.replace('<a:LearnerRecord>', '<a:LearnerRecord>x'),
      'LearnerRecord holds text beside its parts',
    ],
  ])('complains of %s', (_, xml, complaint) => {
    expect(xml).not.toBe(good)
    expect(complaintsAbout(xml, response)).toContain(complaint)
  })
})
