import type pg from 'pg'
import type { College, EbsRow } from '../college/college.ts'
import { withClient } from './database.ts'
import { attainments } from './tables/attainments.ts'
import { enrolments } from './tables/enrolments.ts'
import { people } from './tables/people.ts'
import { reference } from './tables/reference.ts'

/** The order that references among the tables ask for. */
const loadOrder = [
  'people',
  'people_deduplication_audit',
  'users',
  'organisation_units',
  'unit_instances',
  'unit_instance_occurrences',
  'people_units',
  'attainments',
  'people_unit_attainments',
  'schools',
  'verifiers',
  'grading_schemes',
  'grading_scheme_grades',
  'web_config',
  'addresses',
]
const rowsAtOnce = 5000

/** Makes the tables of ebs (ebs-domain.md) that are not there yet, in schema `public`. */
export async function createEbsTables(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query([people, enrolments, attainments, reference].join('\n'))
  })
}

/**
 * Loads a college's rows into the tables, all or none, and lets attainment codes go on after the
 * highest one loaded.
 * @param ebs table name → rows; a table or column that ebs does not have is an error
 */
export async function loadEbs(url: string, ebs: College['ebs']): Promise<void> {
  const unknown = Object.keys(ebs).filter((table) => !loadOrder.includes(table))
  if (unknown.length > 0) throw new Error(`The sandbox's ebs has no table ${unknown.join(', ')}.`)
  await withClient(url, async (client) => {
    await client.query('begin')
    for (const table of loadOrder) await loadTable(client, table, ebs[table] ?? [])
    await client.query(
      `select setval('attainment_code_seq', coalesce(max(attainment_code), 0)::bigint + 1, false)
       from attainments`,
    )
    await client.query('commit')
    await client.query('analyze')
  })
}

async function loadTable(client: pg.Client, table: string, rows: readonly EbsRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const part = rows.slice(at, at + rowsAtOnce)
    const names = [...new Set(part.flatMap((row) => Object.keys(row)))]
    const columns = names.map((name) => client.escapeIdentifier(name)).join(', ')
    await client.query(
      `insert into ${table} (${columns})
       select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(part)],
    )
  }
}
