import type { Database } from '../../database/index.ts'
import { migrateLink } from '../../link/migrate.ts'
import { note, ok, problem } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'

/** Whether the link's own tables are there and of this version. */
export async function checkLinkTables(
  database: Database,
  schema: string,
  migrate: 'check' | 'auto',
): Promise<readonly Finding[]> {
  const state = await migrateLink(database, schema, 'check')
  switch (state.kind) {
    case 'ready':
      return [ok(`The link’s own tables are in ${schema} and of this version`)]
    case 'newer':
      return [
        problem(
          `The link’s own tables in ${schema} are of version ${state.found}; this program knows ${state.known}`,
          null,
          'Start the newer version of the program.',
        ),
      ]
    case 'missing':
      return [
        migrate === 'auto'
          ? note(
              `The link’s own tables in ${schema} are missing or old; the backend makes them at its next start`,
              'LINK_MIGRATE=auto: the account must own the schema, or may make it.',
            )
          : problem(
              `The link’s own tables in ${schema} are missing or old, or the account may not read them`,
              null,
              'A DBA has to run what npm run doctor -- --sql prints.',
            ),
      ]
  }
}
