import { sql } from '../database/index.ts'
import type { Dialect, Sql } from '../database/index.ts'

/**
 * The person codes of the link's own tables are BIGINT, those of ebs decimal numbers: compared as they
 * are, PostgreSQL and SQL Server turn each of ours into a decimal and read whole tables. So values and
 * codes of ebs become what our columns are. Oracle has one kind of number.
 */
export function isPersonOf(
  { client, numberIn }: Dialect,
  ours: Sql,
  codes: readonly string[],
): Sql {
  switch (client) {
    case 'pg':
      return sql`${ours} = any(${codes}::bigint[])`
    case 'mssql':
      return sql`${ours} in (select given.value from openjson(${JSON.stringify(codes)}) with (value bigint '$') as given)`
    case 'oracledb':
      return numberIn(ours, codes)
  }
}

/** A person code of ebs, to stand beside one of ours. */
export function personAsOurs({ client }: Dialect, ofEbs: Sql): Sql {
  return client === 'oracledb' ? ofEbs : sql`cast(${ofEbs} as bigint)`
}
