import type { AttainmentMapping } from './attainmentMapping.ts'
import type { Attainment, Holdings } from './attainment.ts'
import { fieldsOf } from './fields.ts'
import { normaliseTitle } from './title.ts'
import type { Written } from './written.ts'
import { aimOf } from './written.ts'

/** A learner's records in ebs, found by what identifies them. */
export interface Records {
  byCode(code: string): Attainment | undefined
  /** Records from the PLR that bear this id of LRS. */
  byEventId(id: string): readonly Attainment[]
  /** Records from the PLR with this aim and award date; without a date, with this title too. */
  byIdentity(identity: string | null): readonly Attainment[]
  /** Records keyed by hand of the same aim or title and the same year, the likeliest first. */
  byHand(written: Written): readonly Attainment[]
  /** The event keys that are linked to a record. */
  linkedTo(code: string): readonly string[]
}

/** Says what identifies an event or a record where nothing links them; null without an aim. */
export type IdentityOf = (values: Written['values']) => string | null

export function createIdentity(mapping: AttainmentMapping): IdentityOf {
  const read = readersOf(mapping)
  return (values) => {
    const aim = aimOf(read.aim(values))?.toUpperCase()
    if (aim === undefined) return null
    const date = read.date(values)
    return date === null ? `${aim}||${normaliseTitle(read.title(values))}` : `${aim}|${date}`
  }
}

export function createRecords(mapping: AttainmentMapping): (holdings: Holdings) => Records {
  const read = readersOf(mapping)
  const identityOf = createIdentity(mapping)
  const yearOf = (values: Written['values']): string | null =>
    read.date(values)?.slice(0, 4) ?? read.year(values)

  return ({ attainments, links }) => {
    const isFromPlr = ({ values }: Attainment): boolean => read.source(values) === mapping.source
    const all = attainments.every(isFromPlr)
    const fromPlr = all ? attainments : attainments.filter(isFromPlr)
    const keyedByHand = all ? [] : attainments.filter((record) => !isFromPlr(record))
    const byCode = lazily(() => indexed(attainments, (record) => record.attainmentCode))
    const byEventId = lazily(() => indexed(fromPlr, ({ values }) => read.eventId(values)))
    const byIdentity = lazily(() => indexed(fromPlr, ({ values }) => identityOf(values)))
    const linked = lazily(() => {
      const events = new Map<string, string[]>()
      for (const [event, code] of links) add(events, code, event)
      return events
    })

    return {
      byCode: (code) => byCode().get(code)?.[0],
      byEventId: (id) => byEventId().get(id) ?? [],
      byIdentity: (identity) => (identity === null ? [] : (byIdentity().get(identity) ?? [])),
      byHand({ values }) {
        const year = yearOf(values)
        if (year === null || keyedByHand.length === 0) return []
        const aim = aimOf(read.aim(values))?.toUpperCase()
        const title = normaliseTitle(read.title(values))
        const likeness = (attainment: Attainment): number => {
          if (yearOf(attainment.values) !== year) return 0
          const sameAim =
            aim !== undefined && aimOf(read.aim(attainment.values))?.toUpperCase() === aim
          const sameTitle = title !== '' && normaliseTitle(read.title(attainment.values)) === title
          if (!sameAim && !sameTitle) return 0
          const sameDate = read.date(attainment.values) === read.date(values)
          return 1 + Number(sameTitle) + 2 * Number(sameAim) + 4 * Number(sameDate)
        }
        return keyedByHand
          .map((attainment) => ({ attainment, likeness: likeness(attainment) }))
          .filter((candidate) => candidate.likeness > 0)
          .sort((one, other) => other.likeness - one.likeness)
          .map((candidate) => candidate.attainment)
      },
      linkedTo: (code) => (links.size === 0 ? [] : (linked().get(code) ?? [])),
    }
  }
}

function readersOf(mapping: AttainmentMapping) {
  const { reader } = fieldsOf(mapping)
  return {
    aim: reader('aim'),
    date: reader('awardDate'),
    year: reader('awardYear'),
    title: reader('title'),
    source: reader('source'),
    eventId: reader('eventId'),
  }
}

function indexed(
  records: readonly Attainment[],
  keyOf: (record: Attainment) => string | null,
): ReadonlyMap<string, readonly Attainment[]> {
  const index = new Map<string, Attainment[]>()
  for (const record of records) {
    const key = keyOf(record)
    if (key !== null) add(index, key, record)
  }
  return index
}

function lazily<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined
  return () => (made ??= { result: make() }).result
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}
