import { insertRows, name, sql } from '../database/index.ts'
import type { Row, Sql, Transaction } from '../database/index.ts'
import { grouped } from './grouped.ts'
import type { Link } from './openLink.ts'

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

/** The links of some learners: person code → event key → attainment code. */
export async function readLinks(
  on: Reading,
  { database, tables, databaseId }: Link,
  people: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { dialect } = database
  const links = new Map<string, Map<string, string>>()
  for (let at = 0; at < people.length; at += 1000) {
    const rows = await on.read(
      sql`select ${dialect.numberText(name('person_code'))} as ${name('person')}, ${name('event_key')}, ${name('attainment_code')} from ${name(...tables.links)} where ${name('database_id')} = ${databaseId} and ${dialect.numberIn(name('person_code'), people.slice(at, at + 1000))}`,
    )
    for (const row of rows) {
      const person = String(row['person'])
      const ofPerson = links.get(person) ?? new Map<string, string>()
      ofPerson.set(String(row['event_key']), String(row['attainment_code']))
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
      { name: 'database_id', kind: 'number' },
      { name: 'person_code', kind: 'number' },
      { name: 'event_key', kind: 'text' },
      { name: 'attainment_code', kind: 'text' },
    ],
    same: [{ name: 'linked_at', value: database.dialect.utcNow }],
    rows: changed.map((one) => [databaseId, one.personCode, one.eventKey, one.attainmentCode]),
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
