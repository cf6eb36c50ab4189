import * as z from 'zod'
import { dialectOf, name, sql } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import { ok, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'

const codeRow = z.object({ code: z.string() })

/** Whether the owning organisations of VISIBLE_ORGANISATIONS have courses in ebs. */
export async function checkOrganisations(
  { database, mapping }: Site,
  codes: readonly string[],
): Promise<readonly Finding[]> {
  if (codes.length === 0) return []
  const owner = column(mapping, 'UNIT_INSTANCE_OCCURRENCES', 'o', 'OWNING_ORGANISATION')
  const rows = await database.read(
    sql`select distinct ${owner} as ${name('code')} from ${from(mapping, 'UNIT_INSTANCE_OCCURRENCES', 'o')} where ${dialectOf(mapping.client).textIn(owner, codes)}`,
  )
  const known = new Set(
    codeRow
      .array()
      .parse(rows)
      .map(({ code }) => code),
  )
  const unknown = codes.filter((code) => !known.has(code))
  return unknown.length === 0
    ? [ok(`All ${codes.length} organisations of VISIBLE_ORGANISATIONS own courses`)]
    : [
        warning(
          `Organisations of VISIBLE_ORGANISATIONS own no course: ${unknown.join(', ')}`,
          'Whoever may see only these sees nobody.',
          'Correct the codes in the file; upper and lower case count.',
        ),
      ]
}
