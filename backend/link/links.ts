import { insertRows, name, sql } from '../database/index.ts'
import type { Row, Sql, Transaction } from '../database/index.ts'
import type { AttainmentReader } from '../ebs/attainments/index.ts'
import { grouped } from './grouped.ts'
import type { Link } from './openLink.ts'
import { isPersonOf, personAsOurs } from './people.ts'

/** Which record of ebs a learning event is. */
export interface EventLink {
  readonly personCode: string
  readonly eventKey: string
  readonly attainmentCode: string
}

/** Whatever runs a reading statement: the pool or a transaction. */
export interface Reading {
  read(statement: Sql): Promise<readonly Row[]>
}

/**
 * The links of some learners: person code → event key → attainment code. Those of people whom ebs
 * merged into a learner count as the learner's, who has the records now; their own go first.
 */
export async function readLinks(
  on: Reading,
  { database, tables, databaseId }: Link,
  { withMerged }: Pick<AttainmentReader, 'withMerged'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { dialect } = database
  const links = new Map<string, Map<string, string>>()
  const select = (person: Sql, isMerged: 0 | 1): Sql =>
    sql`select ${dialect.numberText(person)} as ${name('person')}, ${name('l', 'event_key')}, ${name('l', 'attainment_code')}, ${isMerged} as ${name('is_merged')} from ${name(...tables.links)} ${name('l')}`
  const here = sql`${name('l', 'database_id')} = ${databaseId}`
  for (let at = 0; at < people.length; at += 1000) {
    const some = people.slice(at, at + 1000)
    const own = name('l', 'person_code')
    const removed = personAsOurs(dialect, name('merged', 'removed'))
    const rows = await on.read(
      sql`${withMerged((kept) => dialect.numberIn(kept, some))}${select(own, 0)} where ${here} and ${isPersonOf(dialect, own, some)} union all ${select(name('merged', 'kept'), 1)} inner join ${name('merged')} on ${removed} = ${own} where ${here} order by ${name('is_merged')}, ${name('attainment_code')}`,
    )
    for (const row of rows) {
      const person = String(row['person'])
      const ofPerson = links.get(person) ?? new Map<string, string>()
      const event = String(row['event_key'])
      if (!ofPerson.has(event)) ofPerson.set(event, String(row['attainment_code']))
      links.set(person, ofPerson)
    }
  }
  return links
}

/** Records links; `known` are those that stand already and are put in place of. */
export async function writeLinks(
  transaction: Transaction,
  link: Link,
  links: readonly EventLink[],
  known: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<void> {
  const { database, tables, databaseId } = link
  const changed = links.filter(
    ({ personCode, eventKey, attainmentCode }) =>
      known.get(personCode)?.get(eventKey) !== attainmentCode,
  )
  await removeLinks(
    transaction,
    link,
    changed.filter(({ personCode, eventKey }) => known.get(personCode)?.has(eventKey)),
  )
  await insertRows(transaction, database.dialect, {
    table: tables.links,
    columns: [
      { name: 'person_code', kind: 'number' },
      { name: 'event_key', kind: 'text' },
      { name: 'attainment_code', kind: 'text' },
    ],
    same: [
      { name: 'database_id', value: sql`${databaseId}` },
      { name: 'linked_at', value: database.dialect.utcNow },
    ],
    rows: changed.map((one) => [one.personCode, one.eventKey, one.attainmentCode]),
  })
}

/** Takes links out, one statement a learner. */
export async function removeLinks(
  { knex }: Transaction,
  { tables, databaseId }: Link,
  links: readonly Pick<EventLink, 'personCode' | 'eventKey'>[],
): Promise<void> {
  for (const ofPerson of grouped(links, (link) => link.personCode)) {
    await knex(tables.links.join('.'))
      .where({ database_id: databaseId, person_code: ofPerson[0]?.personCode })
      .whereIn(
        'event_key',
        ofPerson.map((link) => link.eventKey),
      )
      .delete()
  }
}
