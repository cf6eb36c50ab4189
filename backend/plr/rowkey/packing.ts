import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { eventFactNames } from '../event/learningEvent.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import { dictionaryV1 } from './dictionary.ts'
import type { RowKeyContent } from './rowKey.ts'

const dictionary = Buffer.from(dictionaryV1)
/** A key is at most 1,000 characters, so anything that inflates past this was not made by us. */
const mostBytes = 64 * 1024

/** A small window, as contents are small: what deflate sets up for each key costs more than the work. */
const deflating = { level: 9, windowBits: 11, memLevel: 3 }
/** Contents are some 500 bytes; Node's usual chunk of 16 KB would be garbage for each of them. */
const inflating = { chunkSize: 1024, maxOutputLength: mostBytes }

const text = z.string().nullable()
const packed = z.tuple([
  z.string(),
  z.string(),
  text,
  z.number().int(),
  text,
  text,
  z.array(z.union([z.string(), z.number(), z.null()])).length(eventFactNames.length),
  z.tuple([text, z.boolean()]).nullable(),
])
const factsSchema = z.object({
  source: text,
  id: z.string(),
  subject: text,
  grade: text,
  achievementAwardDate: text,
  subjectCode: text,
  credits: z.number().nullable(),
  level: text,
  qualificationType: text,
  awardingOrganisationUkprn: text,
  participationStartDate: text,
  participationEndDate: text,
  status: text,
  underDataChallenge: text,
})

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
  return deflateRawSync(JSON.stringify(array), { ...deflating, dictionary })
}

/**
 * The reverse of `pack`.
 * @throws when the bytes are not a packed content.
 */
export function unpack(bytes: Buffer): RowKeyContent {
  const json = inflateRawSync(bytes, { ...inflating, dictionary }).toString('utf8')
  const parsed: unknown = JSON.parse(json)
  const [personCode, askedUln, found, answeredAt, attainmentCode, digest, values, beside] =
    packed.parse(parsed)
  const facts: EventFacts = factsSchema.parse(
    Object.fromEntries(eventFactNames.map((name, index) => [name, values[index]])),
  )
  return {
    personCode,
    askedUln,
    foundUln: found === '' ? askedUln : found,
    answeredAt,
    facts,
    held: attainmentCode === null || digest === null ? null : { attainmentCode, digest },
    beside: beside && { attainmentCode: beside[0], likelySame: beside[1] },
  }
}
