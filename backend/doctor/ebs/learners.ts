import { sql } from '../../database/index.ts'
import { column, from, isLearner, ofInstitution } from '../../ebs/mapping/index.ts'
import { note, ok, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { countOf, readCounts } from './count.ts'
import type { Site } from './site.ts'

/** How many learners the mapping finds, with and without a ULN. Counts alone. */
export async function checkLearners({ database, mapping }: Site): Promise<readonly Finding[]> {
  const learner = isLearner(mapping, 'p')
  const own = (ebsName: string) => column(mapping, 'PEOPLE', 'p', ebsName)
  const active = own('IS_ACTIVE')
  const tests = {
    learners: learner,
    withUln: sql`${learner} and ${own('UNIQUE_LEARN_NO')} is not null`,
    nameless: sql`${learner} and (${own('FORENAME')} is null or ${own('SURNAME')} is null)`,
    others: sql`not (${learner})`,
    oddFlags: sql`${active} is not null and ${active} <> ${mapping.active.yes} and ${active} <> ${mapping.active.no}`,
  }
  const scope = ofInstitution(mapping, 'PEOPLE', 'p')[0] ?? sql`1 = 1`
  const [row] = await database.read(
    sql`select ${countOf(tests)} from ${from(mapping, 'PEOPLE', 'p')} where ${scope}`,
  )
  return judgeLearners(readCounts(row), mapping.active)
}

export function judgeLearners(
  counts: Readonly<Record<string, number>>,
  active: { readonly yes: string; readonly no: string },
): readonly Finding[] {
  const { learners = 0, withUln = 0, nameless = 0, others = 0, oddFlags = 0 } = counts
  if (learners === 0) {
    return [
      warning(
        'The mapping finds no learner',
        `PEOPLE holds ${others} people whom its rule does not take for learners.`,
        'Look at "learner" in EBS_SCHEMA, and at "institutionContext".',
      ),
    ]
  }
  const found = `${learners} learners: ${withUln} with a ULN, ${learners - withUln} without; ${others} others (staff)`
  return [
    withUln === 0
      ? warning(
          found,
          'Without ULN nobody can be looked up.',
          'Look which column holds the ULN: tables.PEOPLE.columns.UNIQUE_LEARN_NO in EBS_SCHEMA.',
        )
      : ok(found),
    ...(nameless === 0
      ? []
      : [note(`${nameless} learners have no first name or surname and are not sent to LRS`)]),
    ...(oddFlags === 0
      ? []
      : [
          warning(
            `IS_ACTIVE of ${oddFlags} people is neither ${active.yes} nor ${active.no}`,
            'They count as not active.',
            'Set "active" in EBS_SCHEMA to what this site holds.',
          ),
        ]),
  ]
}
