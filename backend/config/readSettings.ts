import type { z } from 'zod'
import { readTexts } from './texts.ts'
import type { Env, Texts } from './texts.ts'

export type SettingsRead<Settings> =
  | { readonly kind: 'ok'; readonly settings: Settings }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/**
 * Reads some names of the environment: `schema` is `environmentSchema` or a part of it. Every problem
 * is named, by its variable and what is wrong with it, never with the value.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Env,
): SettingsRead<z.infer<z.ZodObject<Shape>>> {
  return judgeTexts(schema, readTexts(Object.keys(schema.shape), env))
}

/** The same of texts that have been read. */
export function judgeTexts<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  texts: Texts,
): SettingsRead<z.infer<z.ZodObject<Shape>>> {
  const parsed = schema.safeParse(texts.values)
  const issues = parsed.success ? [] : parsed.error.issues
  const problems = issues.flatMap((issue) => {
    const name = String(issue.path[0])
    if (texts.lost.has(name)) return []
    return [`${name} ${texts.values[name] === undefined ? 'is not set' : wrong(issue)}`]
  })
  return parsed.success && texts.problems.length === 0
    ? { kind: 'ok', settings: parsed.data }
    : { kind: 'wrong', problems: [...new Set([...texts.problems, ...problems])] }
}

function wrong(issue: { message: string; code?: string | undefined; values?: unknown }): string {
  if (issue.code === 'invalid_value' && Array.isArray(issue.values)) {
    return `must be one of ${issue.values.join(', ')}`
  }
  return issue.message.startsWith('must ') ? issue.message : 'has a value that cannot be used'
}
