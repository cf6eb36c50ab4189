import type { AttainmentReader } from '../ebs/attainments/index.ts'
import type { Attainment, Holdings, HoldingsReader } from '../plr/compare/attainment.ts'
import { readLinks } from './links.ts'
import type { Reading } from './links.ts'
import type { Link } from './openLink.ts'

/** What ebs and the link hold of learners; two round trips for up to 1000 of them. */
export function createHoldingsReader(link: Link, attainments: AttainmentReader): HoldingsReader {
  return {
    holdings: (personCodes) => readHoldings(link.database, link, attainments, personCodes),
  }
}

/** The same inside a transaction that has locked the learners. */
export async function readHoldings(
  on: Reading,
  link: Link,
  attainments: AttainmentReader,
  personCodes: readonly string[],
): Promise<ReadonlyMap<string, Holdings>> {
  const records = await attainments.ofPeople(on, personCodes)
  const links = await readLinks(on, link, attainments, personCodes)
  const ofPerson = new Map<string, Attainment[]>(personCodes.map((code) => [code, []]))
  for (const record of records) ofPerson.get(record.personCode)?.push(record)
  return new Map(
    personCodes.map((code) => [
      code,
      { attainments: ofPerson.get(code) ?? [], links: links.get(code) ?? new Map() },
    ]),
  )
}
