import * as z from 'zod'
import { dialectOf, name, sql } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import { ok, note, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'

const contextRow = z.object({ context: z.string().nullable(), people: z.coerce.number() })
type Context = z.infer<typeof contextRow>
const usualColumn = 'INSTITUTION_CONTEXT_ID'

/** Which institutions this ebs holds, and whether the mapping takes one of them. */
export async function checkContexts(site: Site): Promise<readonly Finding[]> {
  const { database, mapping } = site
  const given = mapping.institutionContext
  const ebsName = given?.column ?? usualColumn
  if (site.column('PEOPLE', ebsName) === undefined) {
    return [ok(`PEOPLE has no ${ebsName}: one institution`)]
  }
  if (!site.may('SELECT', 'PEOPLE', ebsName)) {
    return [
      note(
        `The account may not read ${ebsName} of PEOPLE, so how many institutions there are is not known`,
        'The link itself reads it only where the mapping names an institutionContext.',
        `If this ebs serves several institutions, name this one in EBS_SCHEMA; to have them counted here, grant select on that column.`,
      ),
    ]
  }
  const context = column(mapping, 'PEOPLE', 'p', ebsName)
  const { numberText } = dialectOf(mapping.client)
  const rows = await database.read(
    sql`select ${numberText(context)} as ${name('context')}, count(*) as ${name('people')} from ${from(mapping, 'PEOPLE', 'p')} group by ${context} order by ${context}`,
  )
  return judgeContexts(contextRow.array().parse(rows), given?.value ?? null)
}

export function judgeContexts(
  found: readonly Context[],
  mapped: string | null,
): readonly Finding[] {
  const list = found
    .map(({ context, people }) => `${context ?? '(empty)'}: ${people} people`)
    .join(', ')
  const filled = found.filter(({ context }) => context !== null)
  const [only] = filled
  if (mapped !== null) {
    return [
      filled.some(({ context }) => context === mapped)
        ? ok(`The mapping takes institution context ${mapped}`, list)
        : problem(
            `The mapping takes institution context ${mapped}, which nobody has`,
            list,
            'Set institutionContext.value in EBS_SCHEMA to one that is there.',
          ),
    ]
  }
  if (only === undefined) return [ok('No institution contexts are in use')]
  if (filled.length === 1) {
    return [
      note(
        `People carry institution context ${only.context}, and the mapping names none`,
        'New attainments get none either.',
        `If ebs’s own records carry it, set institutionContext.value to ${only.context} in EBS_SCHEMA.`,
      ),
    ]
  }
  return [
    warning(
      `This ebs holds ${filled.length} institutions, and the mapping names none: all of them are searched`,
      list,
      'Set institutionContext.value in EBS_SCHEMA to this college’s.',
    ),
  ]
}
