import * as z from 'zod'
import { name, sql } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import type { Site } from '../ebs/site.ts'
import { splitName, tableName } from '../ebs/site.ts'
import { note, ok, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { judgeSample } from './judge.ts'
import { countReferredTo, readSample } from './sample.ts'

/** Learns from the site: how ebs's own import filled its records, and what else it made for them. */
export async function checkImported(site: Site): Promise<readonly Finding[]> {
  const { source } = site.mapping.attainment
  const sample = await readSample(site)
  if (sample.records === 0) {
    return [
      note(
        `ATTAINMENTS holds no record with the source ${source}`,
        await sources(site),
        'If ebs’s own import wrote another source here, set attainments.source in EBS_SCHEMA.',
      ),
    ]
  }
  return [...judgeSample(sample, site.mapping), ...(await checkChildren(site, sample.records))]
}

const sourceRow = z.object({ source: z.string().nullable(), records: z.coerce.number() })

async function sources({ database, mapping }: Site): Promise<string> {
  const own = column(mapping, 'ATTAINMENTS', 'a', 'SOURCE')
  const rows = await database.read(
    sql`select ${own} as ${name('source')}, count(*) as ${name('records')} from ${from(mapping, 'ATTAINMENTS', 'a')} group by ${own} order by count(*) desc offset 0 rows fetch next 10 rows only`,
  )
  const found = sourceRow.array().parse(rows)
  if (found.length === 0) return 'It holds no record at all.'
  return `It holds: ${found.map(({ source, records }) => `${source ?? '(none)'} ${records}`).join(', ')}`
}

/** Tables with rows for an attainment: PEOPLE_UNIT_ATTAINMENTS, and whatever refers by a foreign key. */
async function checkChildren(site: Site, records: number): Promise<Finding[]> {
  const { mapping } = site
  const rules = await site.catalogue.rules(tableName(mapping, 'ATTAINMENTS'))
  const known = site.column('PEOPLE_UNIT_ATTAINMENTS', 'ATTAINMENT_CODE')
  const children = new Map(
    [
      ...(known ? [known] : []),
      ...rules.flatMap(({ kind, owner, table, column: by }) =>
        kind === 'referring' && by !== null ? [{ owner, table, column: by }] : [],
      ),
    ].map((child) => [`${child.owner}.${child.table}`, child.column]),
  )
  const findings: Finding[] = []
  for (const [table, by] of children) findings.push(await checkChild(site, table, by, records))
  return findings
}

async function checkChild(
  site: Site,
  table: string,
  by: string,
  records: number,
): Promise<Finding> {
  const [readable] = await site.catalogue.privileges([splitName(table)])
  if (readable === undefined) {
    return note(
      `${table} refers to ATTAINMENTS and cannot be read`,
      'Whether the import makes rows there is not known.',
    )
  }
  const count = await countReferredTo(site, table, by)
  if (count === 0) return ok(`The import makes no rows in ${table}`)
  return warning(
    `${count} of ${records} records of the import have rows in ${table}; the link makes none`,
    'ebs’s Attainments screen may want them.',
    'Update ten learners of the train database and look at them in that screen before EBS_WRITE=on.',
  )
}
