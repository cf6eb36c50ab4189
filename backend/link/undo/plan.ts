import { digestOf } from '../../plr/compare/digest.ts'
import type { AttainmentValues } from '../../plr/compare/attainment.ts'
import type { StampedAttainment } from '../../ebs/attainments/index.ts'
import { grouped } from '../grouped.ts'
import type { OpenImage } from './images.ts'

/** What is to be done with one record that runs wrote. */
export interface Restoration {
  readonly personCode: string
  readonly attainmentCode: string
  readonly images: readonly OpenImage[]
  readonly act:
    | { readonly kind: 'remove' }
    | {
        readonly kind: 'put-back'
        readonly now: AttainmentValues
        readonly before: AttainmentValues
      }
    | { readonly kind: 'keep'; readonly reason: string }
}

export const keptReasons = {
  gone: 'The record is no longer in ebs.',
  moved: 'The record belongs to another learner in ebs since then: the two were merged.',
  changed: 'Changed in ebs since the update.',
  linked: 'Another learning event has been linked to the record since.',
  referredTo: 'Something in ebs refers to the record.',
  inUse: 'In use in ebs.',
} as const

/**
 * Plans the undo of the images of some learners. Where several runs of a batch wrote one record, it
 * must stand as the last left it, and goes back to what it was before the first.
 */
export function planUndo(
  images: readonly OpenImage[],
  current: readonly StampedAttainment[],
  links: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Restoration[] {
  const records = new Map(current.map((record) => [record.attainmentCode, record]))
  const chains = grouped(images, (image) => image.attainmentCode)
  return chains.flatMap((chain): Restoration[] => {
    const [first, last] = [chain[0], chain.at(-1)]
    if (!first || !last) return []
    const { attainmentCode } = first
    const common = { personCode: first.personCode, attainmentCode, images: chain }
    const record = records.get(attainmentCode)
    if (!record) return [{ ...common, act: { kind: 'keep', reason: keptReasons.gone } }]
    if (record.personCode !== first.personCode) {
      return [{ ...common, act: { kind: 'keep', reason: keptReasons.moved } }]
    }
    if (digestOf(record.values) !== last.digestAfter || record.stamp !== last.stampAfter) {
      return [{ ...common, act: { kind: 'keep', reason: keptReasons.changed } }]
    }
    if (first.valuesBefore !== null) {
      const before = first.valuesBefore
      return [{ ...common, act: { kind: 'put-back', now: record.values, before } }]
    }
    const own = new Set(chain.map((image) => image.eventKey))
    const isLinked = [...(links.get(first.personCode) ?? [])].some(
      ([event, code]) => code === attainmentCode && !own.has(event),
    )
    return isLinked
      ? [{ ...common, act: { kind: 'keep', reason: keptReasons.linked } }]
      : [{ ...common, act: { kind: 'remove' } }]
  })
}

/** The first image of each event, which knows the link as it was before the first of the runs. */
export function firstOfEvents(images: readonly OpenImage[]): readonly OpenImage[] {
  const first = grouped(images, ({ personCode, eventKey }) => `${personCode} ${eventKey}`)
  return first.flatMap(([image]) => image ?? [])
}
