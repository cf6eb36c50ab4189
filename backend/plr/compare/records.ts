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
  /** Records from the PLR with the event's aim and award date; without a date, with its title too. */
  byAimAndDate(written: Written): readonly Attainment[]
  /** Records keyed by hand of the same aim or title and the same year, the likeliest first. */
  byHand(written: Written): readonly Attainment[]
  /** The event keys that are linked to a record. */
  linkedTo(code: string): readonly string[]
}

/** Says what identifies an event or a record where nothing links them; null without an aim. */
export type IdentityOf = (values: Written['values']) => string | null

export function createIdentity(mapping: AttainmentMapping): IdentityOf {
  const { text } = fieldsOf(mapping)
  return (values) => {
    const aim = aimOf(text(values, 'aim'))?.toUpperCase()
    if (aim === undefined) return null
    const date = text(values, 'awardDate')
    return date === null ? `${aim}||${normaliseTitle(text(values, 'title'))}` : `${aim}|${date}`
  }
}

export function createRecords(mapping: AttainmentMapping): (holdings: Holdings) => Records {
  const { text } = fieldsOf(mapping)
  const identityOf = createIdentity(mapping)
  const yearOf = (values: Written['values']): string | null =>
    text(values, 'awardDate')?.slice(0, 4) ?? text(values, 'awardYear')

  return ({ attainments, links }) => {
    const byCode = new Map<string, Attainment>()
    const byEventId = new Map<string, Attainment[]>()
    const byIdentity = new Map<string, Attainment[]>()
    const keyedByHand: Attainment[] = []
    for (const attainment of attainments) {
      const { values } = attainment
      byCode.set(attainment.attainmentCode, attainment)
      if (text(values, 'source') !== mapping.source) {
        keyedByHand.push(attainment)
        continue
      }
      add(byEventId, text(values, 'eventId'), attainment)
      add(byIdentity, identityOf(values), attainment)
    }
    const linked = new Map<string, string[]>()
    for (const [event, code] of links) add(linked, code, event)

    return {
      byCode: (code) => byCode.get(code),
      byEventId: (id) => byEventId.get(id) ?? [],
      byAimAndDate: ({ values }) => byIdentity.get(identityOf(values) ?? '') ?? [],
      byHand({ values }) {
        const year = yearOf(values)
        if (year === null || keyedByHand.length === 0) return []
        const aim = aimOf(text(values, 'aim'))?.toUpperCase()
        const title = normaliseTitle(text(values, 'title'))
        const likeness = (attainment: Attainment): number => {
          if (yearOf(attainment.values) !== year) return 0
          const sameAim =
            aim !== undefined && aimOf(text(attainment.values, 'aim'))?.toUpperCase() === aim
          const sameTitle =
            title !== '' && normaliseTitle(text(attainment.values, 'title')) === title
          if (!sameAim && !sameTitle) return 0
          const sameDate = text(attainment.values, 'awardDate') === text(values, 'awardDate')
          return 1 + Number(sameTitle) + 2 * Number(sameAim) + 4 * Number(sameDate)
        }
        return keyedByHand
          .map((attainment) => ({ attainment, likeness: likeness(attainment) }))
          .filter((candidate) => candidate.likeness > 0)
          .sort((one, other) => other.likeness - one.likeness)
          .map((candidate) => candidate.attainment)
      },
      linkedTo: (code) => linked.get(code) ?? [],
    }
  }
}

function add<Item>(map: Map<string, Item[]>, key: string | null, item: Item): void {
  if (key === null) return
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}
