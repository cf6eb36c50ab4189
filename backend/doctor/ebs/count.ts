import * as z from 'zod'
import { concat, name, sql } from '../../database/index.ts'
import type { Row, Sql } from '../../database/index.ts'

const counts = z.record(z.string(), z.coerce.number())

/** `count(…) as "label"` for each label, of the rows for which a test holds. */
export function countOf(tests: Readonly<Record<string, Sql>>): Sql {
  return concat(
    Object.entries(tests).map(
      ([label, test]) => sql`count(case when ${test} then 1 end) as ${name(label)}`,
    ),
    ', ',
  )
}

/** A row of counts; drivers give some of them as texts. */
export const readCounts = (row: Row | undefined): Readonly<Record<string, number>> =>
  counts.parse(row ?? {})
