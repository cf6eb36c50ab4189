import { anyOf, sql, type Sql } from '../../database/index.ts'
import type { Visibility } from '../../plr/learner/learner.ts'
import { someEnrolment } from '../condition/index.ts'
import { column, type Mapping } from '../mapping/index.ts'

/** Whether a person may see the learner `p`; nothing to test for those who see all. */
export function visibleTo(mapping: Mapping, visibility: Visibility): readonly Sql[] {
  if (visibility.kind === 'all') return []
  if (visibility.codes.length === 0) return [sql`1 = 0`]
  const owner = column(mapping, 'UNIT_INSTANCE_OCCURRENCES', 'o', 'OWNING_ORGANISATION')
  return [someEnrolment(mapping, [anyOf(visibility.codes.map((code) => sql`${owner} = ${code}`))])]
}
