import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { environmentSchema } from './schema.ts'
import type { Environment } from './schema.ts'

export type EnvironmentRead =
  | { readonly kind: 'ok'; readonly environment: Environment }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

type Texts = Readonly<Record<string, string | undefined>>

/**
 * Reads the backend's environment as a whole. `NAME_FILE` gives a file that holds `NAME`. Every
 * problem is named, by its variable and what is wrong with it, never with the value.
 */
export function readEnvironment(env: Texts): EnvironmentRead {
  const read = readSettings(environmentSchema, env)
  if (read.kind === 'wrong') return read
  const problems = together(read.settings)
  return problems.length === 0
    ? { kind: 'ok', environment: read.settings }
    : { kind: 'wrong', problems }
}

export type SettingsRead<Settings> =
  | { readonly kind: 'ok'; readonly settings: Settings }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** The same for some names of the environment: `schema` is a part of `environmentSchema`. */
export function readSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Texts,
): SettingsRead<z.infer<z.ZodObject<Shape>>> {
  const problems: string[] = []
  const texts = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, textOf(name, env, problems)]),
  )
  const parsed = schema.safeParse(texts)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0])
      problems.push(`${name} ${texts[name] === undefined ? 'is not set' : wrong(issue)}`)
    }
  }
  return problems.length === 0 && parsed.success
    ? { kind: 'ok', settings: parsed.data }
    : { kind: 'wrong', problems: [...new Set(problems)] }
}

function textOf(name: string, env: Texts, problems: string[]): string | undefined {
  const direct = present(env[name])
  const file = present(env[`${name}_FILE`])
  if (direct !== undefined && file !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set; keep one`)
  }
  if (direct !== undefined || file === undefined) return direct
  try {
    return present(readFileSync(file, 'utf8').replace(/\r?\n$/, ''))
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read`)
    return undefined
  }
}

const present = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

function wrong(issue: { message: string; code?: string | undefined; values?: unknown }): string {
  if (issue.code === 'invalid_value' && Array.isArray(issue.values)) {
    return `must be one of ${issue.values.join(', ')}`
  }
  return issue.message.startsWith('must ') ? issue.message : 'has a value that cannot be used'
}

/** What only shows when several names are seen together. */
function together(environment: Environment): string[] {
  const problems: string[] = []
  const { TLS_CERTIFICATE, TLS_KEY } = environment
  if ((TLS_CERTIFICATE === undefined) !== (TLS_KEY === undefined)) {
    problems.push('TLS_CERTIFICATE and TLS_KEY go together: one of them is not set')
  }
  return problems
}
