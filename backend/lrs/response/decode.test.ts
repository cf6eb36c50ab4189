import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { eventElements } from '../../../sandbox/lrs/answer/events.ts'
import { write } from '../../../sandbox/lrs/answer/write.ts'
import { envelope, resultEnvelope } from '../../../sandbox/lrs/answer/xml.ts'
import { isShape, shapeWords, type ShapeName } from '../../../sandbox/lrs/faults/names.ts'
import { anEvent } from '../../../tests/lrs/people.ts'
import { createDecoder, decode } from './decode.ts'

/** Text that XML can carry and that does not change on the way (line ends do). */
const xmlText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '))
const names = eventElements.filter((name) => name !== 'ID' && name !== 'Credits')
const event = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), fc.option(xmlText)),
    fc.integer({ min: 0 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([fields, id, credits]) => anEvent(id, { ...fields, Credits: String(credits) }))
const keyOf = (element: string) =>
  element === 'ID' ? 'id' : element[0]?.toLowerCase() + element.slice(1)
const answer = (events: readonly ReturnType<typeof anEvent>[], shapes: ReadonlySet<ShapeName>) =>
  write(
    { kind: 'answer', code: 'WSRC0004', found: '1', incoming: '1', brief: false, events },
    shapes,
    '1',
    new Date(),
  ).xml

describe('decoding', () => {
  it('gives every value as it was sent, blank ones as none, in whatever shape', () => {
    const shapes = fc.subarray(Object.keys(shapeWords).filter(isShape))
    const neutral = ['shuffled', 'extra-elements', 'other-prefixes', 'record-absent']
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), shapes, (events, chosen) => {
        const asked = new Set(chosen.filter((name) => neutral.includes(name)))
        const decoded = decode(answer(events, asked))
        expect(decoded).toMatchObject({ kind: 'response', responseCode: 'WSRC0004' })
        if (decoded.kind !== 'response') return
        expect(decoded.events).toHaveLength(events.length)
        decoded.events.forEach((read, index) => {
          for (const name of eventElements) {
            const sent = events[index]?.[name] ?? null
            const wanted = sent === null || sent.trim() === '' ? null : sent
            const value: unknown = Reflect.get(read, keyOf(name))
            expect(value).toEqual(name === 'Credits' ? Number(wanted) : wanted)
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('is the same in pieces of any size', () => {
    const xml = answer([anEvent(1, { Subject: '𝒜 & ë' }), anEvent(2)], new Set())
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        const decoder = createDecoder()
        for (let at = 0; at < xml.length; at += size) decoder.write(xml.slice(at, at + size))
        expect(decoder.end()).toEqual(decode(xml))
      }),
      { numRuns: 30 },
    )
  })

  it('cut anywhere is unreadable, never a shorter record', () => {
    const xml = answer([anEvent(1), anEvent(2)], new Set())
    fc.assert(
      fc.property(fc.integer({ min: 0, max: xml.length - 1 }), (length) => {
        expect(decode(xml.slice(0, length)).kind).toBe('unreadable')
      }),
    )
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decode(text).kind).toBe('unreadable')
        expect(decode(envelope(text)).kind).not.toBe('response')
      }),
    )
  })

  it.each([
    [
      'a document type',
      `<!DOCTYPE a>${resultEnvelope('<a:ResponseCode>WSRC0004</a:ResponseCode>')}`,
    ],
    ['an entity', resultEnvelope('<a:ResponseCode>&x;</a:ResponseCode>')],
    [
      'two codes',
      resultEnvelope('<a:ResponseCode>A</a:ResponseCode><a:ResponseCode>B</a:ResponseCode>'),
    ],
    ['no code', resultEnvelope('<a:IncomingULN>1</a:IncomingULN>')],
    ['an event without an id', answer([anEvent(1)], new Set()).replace('<a:ID>1</a:ID>', '')],
    [
      'SOAP 1.2',
      envelope('').replace(
        'schemas.xmlsoap.org/soap/envelope/',
        'www.w3.org/2003/05/soap-envelope',
      ),
    ],
    ['nothing in it', envelope('')],
  ])('refuses an answer with %s', (_, xml) => {
    expect(decode(xml)).toMatchObject({ kind: 'unreadable' })
  })
})
