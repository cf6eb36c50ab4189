import { readFileSync } from 'node:fs'
import { readEnvironment } from '../config/readEnvironment.ts'
import { licenceName } from '../http/closed.ts'
import { readOrganisations } from '../http/visibility.ts'
import { note, ok, problem, warning } from './report/finding.ts'
import type { Finding } from './report/finding.ts'

type Texts = Readonly<Record<string, string | undefined>>

export interface CheckedEnvironment {
  readonly findings: readonly Finding[]
  /** The owning organisations that VISIBLE_ORGANISATIONS names. */
  readonly organisations: readonly string[]
}

/** The environment as a whole, every problem of it, and the files that it names. */
export function checkEnvironment(env: Texts): CheckedEnvironment {
  const read = readEnvironment(env)
  if (read.kind === 'wrong') {
    const finding = problem(
      'Names of the environment are missing or cannot be used',
      read.problems.join('\n'),
      'Set them as docs/configuration.md says. What can be looked at without them is looked at below.',
    )
    return { findings: [finding], organisations: [] }
  }
  const { environment } = read
  const { TLS_CERTIFICATE, TLS_KEY, VISIBLE_ORGANISATIONS } = environment
  const visible = visibleOrganisations(VISIBLE_ORGANISATIONS)
  return {
    organisations: visible.organisations,
    findings: [
      ok('Every name of the environment that is set can be used, and none is missing'),
      ...[TLS_CERTIFICATE, TLS_KEY].flatMap((path) => (path === undefined ? [] : readable(path))),
      ...visible.findings,
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

function readable(path: string): Finding[] {
  try {
    readFileSync(path)
    return []
  } catch {
    return [problem(`${path} cannot be read`, null, 'Check TLS_CERTIFICATE and TLS_KEY.')]
  }
}

function visibleOrganisations(path: string | undefined): CheckedEnvironment {
  try {
    const groups = [...readOrganisations(path).values()]
    return { findings: [], organisations: [...new Set(groups.flat())] }
  } catch (error) {
    const what = error instanceof Error ? error.message : 'VISIBLE_ORGANISATIONS cannot be read'
    return { findings: [problem(what, null, 'Correct the file.')], organisations: [] }
  }
}
