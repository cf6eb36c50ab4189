import { judgeTexts } from './readSettings.ts'
import { environmentSchema } from './schema.ts'
import type { Environment } from './schema.ts'
import { isSet, readTexts } from './texts.ts'
import type { Env, Texts } from './texts.ts'

export type EnvironmentRead =
  | { readonly kind: 'ok'; readonly environment: Environment }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** The texts of every name that the backend knows. */
export const readBackendTexts = (env: Env): Texts =>
  readTexts(Object.keys(environmentSchema.shape), env)

/** Reads the backend's environment as a whole: its texts, without the files that they name. */
export const readEnvironment = (env: Env): EnvironmentRead =>
  judgeEnvironment(readBackendTexts(env))

/** The same of texts that have been read. */
export function judgeEnvironment(texts: Texts): EnvironmentRead {
  const read = judgeTexts(environmentSchema, texts)
  const problems = [...(read.kind === 'wrong' ? read.problems : []), ...together(texts)]
  return read.kind === 'ok' && problems.length === 0
    ? { kind: 'ok', environment: read.settings }
    : { kind: 'wrong', problems }
}

/** What only shows when several names are seen together. */
function together(texts: Texts): string[] {
  const problems: string[] = []
  for (const [name, other] of [
    ['TLS_CERTIFICATE', 'TLS_KEY'],
    ['TLS_KEY', 'TLS_CERTIFICATE'],
  ] as const) {
    if (!isSet(texts, name) && isSet(texts, other)) {
      problems.push(`${name} is not set, but ${other} is: they go together`)
    }
  }
  const port = environmentSchema.shape.PORT.safeParse(texts.values['PORT'])
  const metrics = environmentSchema.shape.METRICS_PORT.safeParse(texts.values['METRICS_PORT'])
  if (port.success && metrics.success && metrics.data === port.data) {
    problems.push('METRICS_PORT must be another port than PORT')
  }
  return problems
}
