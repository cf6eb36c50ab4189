import { allOf, concat, name, sql } from '../../database/index.ts'
import type { Dialect, Row, Sql } from '../../database/index.ts'
import type { Attainment } from '../../plr/compare/attainment.ts'
import { withMerged } from '../learners/merged.ts'
import { column, from, ofInstitution } from '../mapping/index.ts'
import type { Mapping } from '../mapping/index.ts'
import { layoutOf } from './layout.ts'
import type { FilledColumn } from './layout.ts'

/** A record of ebs with who changed it last and when, which tells an untouched record. */
export interface StampedAttainment extends Attainment {
  readonly stamp: string
}

/** Whatever runs a reading statement: the pool or a transaction. */
export interface Reading {
  read(statement: Sql): Promise<readonly Row[]>
}

/** How many people or records a statement asks for. */
const piece = 1000

/** Reads records of ATTAINMENTS through the mapping, in as few round trips as may be. */
export function createAttainmentReader(mapping: Mapping, dialect: Dialect) {
  const layout = layoutOf(mapping)
  const filled = layout.filled.map((one, at) => ({ ...one, as: `c${at}` }))
  const own = (ebsName: string): Sql => column(mapping, 'ATTAINMENTS', 'a', ebsName)
  const code = dialect.numberText(own('ATTAINMENT_CODE'))
  const selected = [
    sql`${code} as ${name('code')}`,
    sql`${dialect.numberText(own('PER_PERSON_CODE'))} as ${name('person')}`,
    ...filled.map((one) => sql`${asText(dialect, one, own(one.ebsName))} as ${name(one.as)}`),
  ]
  const stamp = [
    sql`${own('UPDATED_BY')} as ${name('changed_by')}`,
    sql`${dialect.timeText(own('UPDATED_DATE'))} as ${name('changed_at')}`,
  ]
  const select = (columns: readonly Sql[], where: Sql): Sql =>
    sql`select ${concat(columns, ', ')} from ${from(mapping, 'ATTAINMENTS', 'a')} where ${allOf([where, ...ofInstitution(mapping, 'ATTAINMENTS', 'a')])}`

  const attainmentOf = (row: Row): Attainment => {
    const values: Record<string, string | number | null> = {}
    for (const one of filled) values[one.ebsName] = valueOf(one, row[one.as])
    return { attainmentCode: String(row['code']), personCode: String(row['person']), values }
  }

  return {
    /** Who was merged into some learners, and so whose links are theirs (`withMerged`). */
    withMerged: (kept: (code: Sql) => Sql): Sql => withMerged(mapping, { kept }),
    /** The records of some learners. */
    async ofPeople(on: Reading, personCodes: readonly string[]): Promise<readonly Attainment[]> {
      const rows = await inPieces(personCodes, (codes) =>
        on.read(select(selected, dialect.numberIn(own('PER_PERSON_CODE'), codes))),
      )
      return rows.map(attainmentOf)
    },
    /** Records by their codes, with who changed them last. */
    async stamped(on: Reading, codes: readonly string[]): Promise<readonly StampedAttainment[]> {
      const rows = await inPieces(codes, (some) =>
        on.read(select([...selected, ...stamp], dialect.numberIn(own('ATTAINMENT_CODE'), some))),
      )
      return rows.map((row) => ({
        ...attainmentOf(row),
        stamp: `${String(row['changed_at'] ?? '')} ${String(row['changed_by'] ?? '')}`.trim(),
      }))
    },
  }
}
export type AttainmentReader = ReturnType<typeof createAttainmentReader>

async function inPieces(
  codes: readonly string[],
  read: (codes: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < codes.length; at += piece) {
    for (const row of await read(codes.slice(at, at + piece))) rows.push(row)
  }
  return rows
}

function asText(dialect: Dialect, { kind }: FilledColumn, value: Sql): Sql {
  if (kind === 'text') return value
  return kind === 'day' ? dialect.dateText(value) : dialect.numberText(value)
}

function valueOf({ numeric }: FilledColumn, value: unknown): string | number | null {
  if (value === null || value === undefined || value === '') return null
  return numeric ? Number(value) : String(value)
}
