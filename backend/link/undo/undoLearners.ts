import type { Transaction } from '../../database/index.ts'
import type { WritingFor } from '../../plr/update/ports.ts'
import { grouped } from '../grouped.ts'
import { readLinks, removeLinks, writeLinks } from '../links.ts'
import type { EventLink } from '../links.ts'
import { lockLearners } from '../locks.ts'
import type { Link } from '../openLink.ts'
import { ChangedMeanwhile } from '../write/fault.ts'
import { openImages } from './images.ts'
import type { OpenImage } from './images.ts'
import type { UndoParts } from './parts.ts'
import { firstOfEvents, keptReasons, planUndo } from './plan.ts'
import type { Restoration } from './plan.ts'

/** Puts back the records of some learners in one transaction. */
export function undoLearners(
  { link, reader, writer, trail }: Omit<UndoParts, 'undoDays'>,
  runIds: readonly string[],
  people: readonly string[],
  { person, ebsUser }: WritingFor,
): Promise<void> {
  return link.database.transaction(async (transaction) => {
    await lockLearners(transaction, link, people)
    const images = await openImages(transaction, link, runIds, people)
    const codes = [...new Set(images.map((image) => image.attainmentCode))]
    const current = await reader.stamped(transaction, codes)
    const links = await readLinks(transaction, link, reader, people)
    const plan = planUndo(images, current, links)

    const changes = plan.flatMap(({ personCode, attainmentCode, act }) =>
      act.kind === 'put-back'
        ? [{ personCode, attainmentCode, before: act.now, after: act.before }]
        : [],
    )
    if (!(await writer.update(transaction, changes, ebsUser))) throw new ChangedMeanwhile()
    const removed = plan.flatMap((one) => (one.act.kind === 'remove' ? [one.attainmentCode] : []))
    const referredTo = await writer.remove(transaction, removed)
    const reasonOf = ({ act, attainmentCode }: Restoration): string | null => {
      if (act.kind === 'keep') return act.reason
      return referredTo.has(attainmentCode) ? keptReasons.referredTo : null
    }
    const restored = plan.filter((one) => reasonOf(one) === null).flatMap((one) => one.images)
    await putLinksBack(transaction, link, restored, links)
    for (const some of grouped(plan, (one) => reasonOf(one) ?? '')) {
      const [first] = some
      const images = some.flatMap((one) => one.images)
      if (first) await decide(transaction, link, images, reasonOf(first))
    }
    await trail.record(
      transaction,
      person,
      people.map((personCode) => {
        const own = plan.filter((one) => one.personCode === personCode)
        const kept = own.filter((one) => reasonOf(one) !== null).length
        return {
          what: 'undo',
          runId: runIds[0] ?? null,
          personCode,
          detail: `${own.length - kept} records put back, ${kept} kept`,
          vouches: own.map((one) => [one.attainmentCode, one.act, reasonOf(one)]),
        }
      }),
    )
  })
}

/** Decides that nothing of some learners is put back. */
export function keepAll(
  link: Link,
  runIds: readonly string[],
  people: readonly string[],
  reason: string,
): Promise<void> {
  return link.database.transaction(async (transaction) => {
    await decide(transaction, link, await openImages(transaction, link, runIds, people), reason)
  })
}

async function putLinksBack(
  transaction: Transaction,
  link: Link,
  restored: readonly OpenImage[],
  links: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<void> {
  const made: OpenImage[] = []
  const moved: EventLink[] = []
  for (const image of firstOfEvents(restored)) {
    const { personCode, eventKey, linkBefore } = image
    if (linkBefore === null) made.push(image)
    else moved.push({ personCode, eventKey, attainmentCode: linkBefore })
  }
  await removeLinks(transaction, link, made)
  await writeLinks(transaction, link, moved, links)
}

async function decide(
  { knex }: Transaction,
  { tables }: Link,
  images: readonly OpenImage[],
  keptReason: string | null,
): Promise<void> {
  for (const some of grouped(images, ({ runId, personCode }) => `${runId} ${personCode}`)) {
    const [first] = some
    if (!first) continue
    await knex(tables.undoImages.join('.'))
      .where({ run_id: first.runId, person_code: first.personCode })
      .whereIn(
        'attainment_code',
        some.map((image) => image.attainmentCode),
      )
      .update({ state: keptReason === null ? 'restored' : 'kept', kept_reason: keptReason })
  }
}
