import { problemsOf } from '../config/checked.ts'
import { readOrganisations } from '../config/organisations.ts'
import { filesSchema } from '../config/parts.ts'
import { judgeEnvironment, readBackendTexts } from '../config/readEnvironment.ts'
import { readTls } from '../config/tls.ts'
import type { Env } from '../config/texts.ts'
import { licenceName } from '../http/closed.ts'
import { note, ok, problem, warning } from './report/finding.ts'
import type { Finding } from './report/finding.ts'

export interface CheckedEnvironment {
  readonly findings: readonly Finding[]
  /** The owning organisations that VISIBLE_ORGANISATIONS names. */
  readonly organisations: readonly string[]
}

/** The environment as a whole, every problem of it, and the files that it names. */
export function checkEnvironment(env: Env): CheckedEnvironment {
  const texts = readBackendTexts(env)
  const read = judgeEnvironment(texts)
  const given = filesSchema.parse(texts.values)
  const visible = readOrganisations(given.VISIBLE_ORGANISATIONS)
  const organisations =
    visible.kind === 'ok' ? [...new Set([...(visible.value?.values() ?? [])].flat())] : []
  const files = [readTls(given), visible]
    .flatMap(problemsOf)
    .map((each) => problem(each, null, 'Correct the setting or the file.'))
  if (read.kind === 'wrong') {
    const finding = problem(
      'Names of the environment are missing or cannot be used',
      read.problems.join('\n'),
      'Set them as docs/configuration.md says. What can be looked at without them is looked at below.',
    )
    return { findings: [finding, ...files], organisations }
  }
  const { environment } = read
  return {
    organisations,
    findings: [
      ok('Every name of the environment that is set can be used, and none is missing'),
      ...files,
      environment.LICENCES.includes(licenceName)
        ? ok(`LICENCES states ${licenceName}`)
        : warning(
            `LICENCES does not state ${licenceName}: the feature is closed`,
            null,
            `If the college holds the licence, set LICENCES=${licenceName}.`,
          ),
      ...(environment.TRAIL_KEY === undefined
        ? [
            note(
              'TRAIL_KEY is not set',
              'The trail holds no digests: that nobody changed it cannot be shown.',
              'Set TRAIL_KEY to a long random text, and keep it outside the database.',
            ),
          ]
        : []),
    ],
  }
}
