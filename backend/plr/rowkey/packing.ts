import { deflateRawSync } from 'node:zlib'
import { inflateSync } from 'fflate'
import { z } from 'zod'
import { eventFactNames } from '../event/learningEvent.ts'
import { dictionaryV1 } from './dictionary.ts'
import type { RowKeyContent } from './rowKey.ts'

const dictionary = Buffer.from(dictionaryV1)

/** A small window, as contents are small: what deflate sets up for each key costs more than the work. */
const deflating = { level: 9, windowBits: 11, memLevel: 3, dictionary }
/**
 * An Update opens thousands of keys before it can begin. What Node's zlib sets up for each costs four
 * times the work, so they inflate in JavaScript, all into this one place. A key is at most 1,000
 * characters: what does not fit here was not made by us, and the rest of it is no JSON.
 */
const inflating = { dictionary, out: new Uint8Array(64 * 1024) }

const text = z.string().nullable()
const id = z.string()
const credits = z.number().nullable()
/** In the order of `eventFactNames`. */
const packedFacts = z.tuple(
  // prettier-ignore
  [text, id, text, text, text, text, credits, text, text, text, text, text, text, text],
)
const packed = z.tuple([
  z.string(),
  z.string(),
  text,
  z.number().int(),
  text,
  text,
  packedFacts,
  z.tuple([text, z.boolean()]).nullable(),
])

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A row key's content as few bytes as may be: a positional array, deflated with our dictionary. */
export function pack(content: RowKeyContent): Buffer {
  const { personCode, askedUln, foundUln, answeredAt, held, facts, beside } = content
  const values = eventFactNames.map((name) => facts[name])
  const array = [
    personCode,
    askedUln,
    foundUln === askedUln ? '' : foundUln,
    answeredAt,
    held?.attainmentCode ?? null,
    held?.digest ?? null,
    values,
    beside && [beside.attainmentCode, beside.likelySame],
  ]
  return deflateRawSync(JSON.stringify(array), deflating)
}

/**
 * The reverse of `pack`.
 * @throws when the bytes are not a packed content.
 */
export function unpack(bytes: Uint8Array): RowKeyContent {
  const parsed: unknown = JSON.parse(utf8.decode(inflateSync(bytes, inflating)))
  const [personCode, askedUln, found, answeredAt, attainmentCode, digest, facts, beside] =
    packed.parse(parsed)
  return {
    personCode,
    askedUln,
    foundUln: found === '' ? askedUln : found,
    answeredAt,
    facts: factsOf(facts),
    held: attainmentCode === null || digest === null ? null : { attainmentCode, digest },
    beside: beside && { attainmentCode: beside[0], likelySame: beside[1] },
  }
}

function factsOf(packed: z.infer<typeof packedFacts>): RowKeyContent['facts'] {
  const [source, id, subject, grade, achievementAwardDate, subjectCode, credits, ...rest] = packed
  const [level, qualificationType, awardingOrganisationUkprn, ...dates] = rest
  const [participationStartDate, participationEndDate, status, underDataChallenge] = dates
  return {
    source,
    id,
    subject,
    grade,
    achievementAwardDate,
    subjectCode,
    credits,
    level,
    qualificationType,
    awardingOrganisationUkprn,
    participationStartDate,
    participationEndDate,
    status,
    underDataChallenge,
  }
}
