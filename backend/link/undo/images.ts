import * as z from 'zod'
import { insertRows, name, sql } from '../../database/index.ts'
import type { Transaction } from '../../database/index.ts'
import type { AttainmentValues } from '../../plr/compare/attainment.ts'
import type { Reading } from '../links.ts'
import type { Link } from '../openLink.ts'
import { isPersonOf } from '../people.ts'

/** What a run did to one record, so that it can be put back. */
export interface UndoImage {
  readonly personCode: string
  readonly attainmentCode: string
  readonly kind: 'insert' | 'update'
  readonly rowKey: string
  readonly eventKey: string
  readonly linkBefore: string | null
  readonly valuesBefore: AttainmentValues | null
  /** The record as the run left it: a digest of its values, and who changed it when. */
  readonly digestAfter: string
  readonly stampAfter: string
}

export async function writeImages(
  transaction: Transaction,
  { database, tables }: Link,
  runId: string,
  images: readonly UndoImage[],
): Promise<void> {
  await insertRows(transaction, database.dialect, {
    table: tables.undoImages,
    columns: [
      { name: 'person_code', kind: 'number' },
      { name: 'attainment_code', kind: 'text' },
      { name: 'kind', kind: 'text' },
      { name: 'row_key', kind: 'text' },
      { name: 'event_key', kind: 'text' },
      { name: 'link_before', kind: 'text' },
      { name: 'values_before', kind: 'text' },
      { name: 'digest_after', kind: 'text' },
      { name: 'stamp_after', kind: 'text' },
    ],
    same: [
      { name: 'run_id', value: sql`${runId}` },
      { name: 'state', value: sql`${'open'}` },
    ],
    rows: images.map((image) => [
      image.personCode,
      image.attainmentCode,
      image.kind,
      image.rowKey,
      image.eventKey,
      image.linkBefore,
      image.valuesBefore === null ? null : JSON.stringify(image.valuesBefore),
      image.digestAfter,
      image.stampAfter,
    ]),
  })
}

/** An image that is still to be put back, and the run it is of. */
export interface OpenImage extends UndoImage {
  readonly runId: string
}

const values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const image = z.object({
  run_id: z.string(),
  person: z.coerce.string(),
  attainment_code: z.string(),
  kind: z.enum(['insert', 'update']),
  row_key: z.string(),
  event_key: z.string(),
  link_before: z.string().nullable(),
  values_before: z.string().nullable(),
  digest_after: z.string(),
  stamp_after: z.string().nullable(),
})

/** The images of some runs that nothing was decided of yet, in the order of the runs. */
export async function openImages(
  on: Reading,
  { database, tables }: Link,
  runIds: readonly string[],
  people: readonly string[],
): Promise<readonly OpenImage[]> {
  const { dialect } = database
  const found: OpenImage[] = []
  for (const runId of runIds) {
    const rows = await on.read(
      sql`select ${name('run_id')}, ${dialect.numberText(name('person_code'))} as ${name('person')}, ${name('attainment_code')}, ${name('kind')}, ${name('row_key')}, ${name('event_key')}, ${name('link_before')}, ${name('values_before')}, ${name('digest_after')}, ${name('stamp_after')} from ${name(...tables.undoImages)} where ${name('run_id')} = ${runId} and ${name('state')} = ${'open'} and ${isPersonOf(dialect, name('person_code'), people)}`,
    )
    for (const row of z.array(image).parse(rows)) {
      found.push({
        runId,
        personCode: row.person,
        attainmentCode: row.attainment_code,
        kind: row.kind,
        rowKey: row.row_key,
        eventKey: row.event_key,
        linkBefore: row.link_before,
        valuesBefore:
          row.values_before === null ? null : values.parse(JSON.parse(row.values_before)),
        digestAfter: row.digest_after,
        stampAfter: row.stamp_after ?? '',
      })
    }
  }
  return found
}
