import * as z from 'zod'
import { dialectOf, name, sql } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import { licenceName } from '../../http/closed.ts'
import { note, ok } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'

const parameterRow = z.object({ parameter: z.string() })

/**
 * Which settings of ebs's own import WEB_CONFIG holds. Their values stay there: a password is among
 * them.
 */
export async function checkLicence(site: Site): Promise<readonly Finding[]> {
  const { database, mapping } = site
  if (!['PARAMETER', 'RESTRICT_TO_LICENCE'].every((each) => site.may('SELECT', 'WEB_CONFIG', each)))
    return [note('WEB_CONFIG cannot be read, so ebs’s own word on the licence is not known')]
  const own = (ebsName: string) => column(mapping, 'WEB_CONFIG', 'w', ebsName)
  const { textIn } = dialectOf(mapping.client)
  const rows = await database.read(
    sql`select ${own('PARAMETER')} as ${name('parameter')} from ${from(mapping, 'WEB_CONFIG', 'w')} where ${textIn(own('RESTRICT_TO_LICENCE'), [licenceName])} order by ${own('PARAMETER')}`,
  )
  const parameters = parameterRow.array().parse(rows)
  if (parameters.length === 0) {
    return [
      note(
        `WEB_CONFIG holds no setting for the licence ${licenceName}`,
        'ebs’s own import was perhaps never switched on here.',
        'Make sure that the college holds the licence before LICENCES says so.',
      ),
    ]
  }
  return [
    ok(
      `WEB_CONFIG holds ${parameters.length} settings for the licence ${licenceName}`,
      parameters.map(({ parameter }) => parameter).join(', '),
    ),
  ]
}
