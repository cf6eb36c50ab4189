import type { Holdings } from './attainment.ts'
import { createByHand } from './byHand.ts'
import type { ByHand } from './byHand.ts'
import { Candidate } from './candidate.ts'
import type { Case } from './case.ts'
import type { Fields } from './fields.ts'
import { textOf } from './fields.ts'
import type { Identities } from './identity.ts'

/** A learner's records in ebs, found by what identifies them. */
export interface Records {
  /** How many events will be looked up by id and identity: few are looked for without an index. */
  expect(events: number): void
  byCode(code: string): Candidate | undefined
  /** Records from the PLR that bear this id of LRS. */
  byEventId(id: string): readonly Candidate[]
  /** Records from the PLR with this aim and award date; without a date, with this title too. */
  byIdentity(one: Case): readonly Candidate[]
  /** Records keyed by hand of the same aim or title and the same year, the likeliest first. */
  byHand(one: Case): readonly Candidate[]
  /** The event keys that are linked to a record. */
  linkedTo(record: Candidate): readonly string[]
}

const none: readonly never[] = []
const few = 2

export function createRecords(
  plrSource: string,
  fields: Fields,
  identities: Identities,
): (holdings: Holdings) => Records {
  const eventId = fields.columnOf('eventId')
  const source = fields.columnOf('source')
  const rules: RecordRules = {
    isFromPlr: ({ values }) => textOf(values[source]) === plrSource,
    eventIdOf: ({ values }) => textOf(values[eventId]),
    aimOf: ({ values }) => identities.aimOfRecord(values),
    hasRest: ({ values }, one) => identities.hasRest(values, one),
    byHand: createByHand(fields),
  }
  return (holdings) => new LearnerRecords(rules, holdings)
}

interface RecordRules {
  readonly isFromPlr: (record: Candidate) => boolean
  readonly eventIdOf: (record: Candidate) => string | null
  readonly aimOf: (record: Candidate) => string | null
  readonly hasRest: (record: Candidate, one: Case) => boolean
  readonly byHand: ByHand
}

type Index<Item> = ReadonlyMap<string, readonly Item[]>

/**
 * A class, since one is made for every learner of a download. Each index is made when first asked:
 * mostly the first way of recognising has found everything.
 */
class LearnerRecords implements Records {
  readonly #rules: RecordRules
  readonly #links: Holdings['links']
  readonly #all: readonly Candidate[]
  readonly #fromPlr: Candidate[] = []
  readonly #keyedByHand: Candidate[] = []
  #areFew = false
  #codes: ReadonlyMap<string, Candidate> | null = null
  #eventIds: Index<Candidate> | null = null
  #aims: Index<Candidate> | null = null
  #linked: Index<string> | null = null

  constructor(rules: RecordRules, { attainments, links }: Holdings) {
    this.#rules = rules
    this.#links = links
    this.#all = attainments.map((attainment) => new Candidate(attainment))
    for (const record of this.#all) {
      const kind = rules.isFromPlr(record) ? this.#fromPlr : this.#keyedByHand
      kind.push(record)
    }
  }

  expect(events: number): void {
    this.#areFew = events <= few
  }

  byCode(code: string): Candidate | undefined {
    this.#codes ??= codesOf(this.#all)
    return this.#codes.get(code)
  }

  byEventId(id: string): readonly Candidate[] {
    const { eventIdOf } = this.#rules
    if (this.#areFew) return this.#fromPlr.filter((record) => eventIdOf(record) === id)
    this.#eventIds ??= indexed(this.#fromPlr, eventIdOf)
    return this.#eventIds.size === 0 ? none : (this.#eventIds.get(id) ?? none)
  }

  byIdentity(one: Case): readonly Candidate[] {
    const aim = one.aim.plain
    if (aim === null) return none
    const { hasRest, aimOf } = this.#rules
    if (this.#areFew) {
      return this.#fromPlr.filter((record) => hasRest(record, one) && aimOf(record) === aim)
    }
    this.#aims ??= indexed(this.#fromPlr, aimOf)
    const alike = this.#aims.get(aim)
    if (alike === undefined) return none
    const only = alike[0]
    // Nearly always there is one.
    if (only && alike.length === 1) return hasRest(only, one) ? alike : none
    return alike.filter((record) => hasRest(record, one))
  }

  byHand(one: Case): readonly Candidate[] {
    return this.#keyedByHand.length === 0 ? none : this.#rules.byHand(this.#keyedByHand, one)
  }

  linkedTo({ attainmentCode }: Candidate): readonly string[] {
    if (this.#links.size === 0) return none
    this.#linked ??= eventsOf(this.#links)
    return this.#linked.get(attainmentCode) ?? none
  }
}

function indexed<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Index<Item> {
  const index = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) add(index, key, item)
  }
  return index
}

function codesOf(records: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const codes = new Map<string, Candidate>()
  for (const record of records) codes.set(record.attainmentCode, record)
  return codes
}

function eventsOf(links: Holdings['links']): Index<string> {
  const events = new Map<string, string[]>()
  for (const [event, code] of links) add(events, code, event)
  return events
}

function add<Item>(index: Map<string, Item[]>, key: string, item: Item): void {
  const alike = index.get(key)
  if (alike) alike.push(item)
  else index.set(key, [item])
}
