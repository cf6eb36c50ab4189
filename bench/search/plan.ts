import * as z from 'zod'
import { sql, type Database, type Sql } from '../../backend/database/index.ts'

/** What PostgreSQL did for a statement. */
export interface RowsOfPlan {
  /** Rows that the scans of tables looked at, those left out by a filter included. */
  readonly read: number
  readonly returned: number
}

interface Node {
  readonly 'Relation Name'?: string | undefined
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly 'Rows Removed by Index Recheck'?: number | undefined
  readonly Plans?: readonly Node[] | undefined
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Relation Name': z.optional(z.string()),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.optional(z.number()),
    'Rows Removed by Index Recheck': z.optional(z.number()),
    Plans: z.optional(z.array(node)),
  }),
)
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.looseObject({ Plan: node })]) })])

/** Runs a statement once more and counts the rows of its plan. */
export async function rowsOfPlan(database: Database, statement: Sql): Promise<RowsOfPlan> {
  const rows = await database.read(sql`explain (analyze, timing off, format json) ${statement}`)
  const [
    {
      'QUERY PLAN': [{ Plan: plan }],
    },
  ] = explained.parse(rows)
  return { read: Math.round(scanned(plan)), returned: plan['Actual Rows'] }
}

/** Only scans of a table have its name; each figure is the mean of the node's loops. */
function scanned(plan: Node): number {
  const each =
    plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan['Rows Removed by Index Recheck'] ?? 0)
  const own = plan['Relation Name'] === undefined ? 0 : each * plan['Actual Loops']
  return (plan.Plans ?? []).reduce((sum, inner) => sum + scanned(inner), own)
}
