import { concat, name, sql } from '../../database/index.ts'
import { outcomes } from '../../../contract/index.ts'
import type { OutcomeCounts } from '../../../contract/index.ts'
import type { Run } from '../../plr/update/ports.ts'
import type { Reading } from '../links.ts'
import type { Link } from '../openLink.ts'

/** What the rows recorded so far come to. */
export async function countRows(
  on: Reading,
  { tables }: Link,
  { id }: Pick<Run, 'id'>,
): Promise<OutcomeCounts> {
  const counted = outcomes.map(
    (outcome) =>
      sql`coalesce(sum(case when ${name('outcome')} = ${outcome} then 1 else 0 end), 0) as ${name(outcome)}`,
  )
  const [row] = await on.read(
    sql`select ${concat(counted, ', ')} from ${name(...tables.runRows)} where ${name('run_id')} = ${id}`,
  )
  const of = (outcome: (typeof outcomes)[number]): number => Number(row?.[outcome] ?? 0)
  return {
    type: 'done',
    processed: outcomes.reduce((sum, outcome) => sum + of(outcome), 0),
    inserted: of('inserted'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    skipped: of('skipped'),
    failed: of('failed'),
  }
}
