import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { sendProblem } from './problem.ts'

interface Parser<Value> {
  safeParse(input: unknown): z.core.util.SafeParseResult<Value>
}

/**
 * The request's body as the schema has it, or null once a 400 was answered that says which part of
 * it is wrong. The value itself is never repeated: it may be personal.
 */
export function parsedOrRefused<Value>(
  schema: Parser<Value>,
  input: unknown,
  reply: FastifyReply,
): Value | null {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const { path, message } = mostTelling(parsed.error.issues)
  const where = path.length === 0 ? 'The request' : path.join('.')
  const detail = `${where} is not as expected: ${message}.`
  sendProblem(reply, { status: 400, code: 'invalid-request', detail })
  return null
}

type Told = Pick<z.core.$ZodIssue, 'path' | 'message'>

/** Of a value that may be one of several things, what is wrong with it as the one it comes nearest to. */
function mostTelling(issues: readonly z.core.$ZodIssue[]): Told {
  const [first] = issues
  if (!first) return { path: [], message: 'wrong form' }
  if (first.code !== 'invalid_union') return first
  const within = first.errors.map(mostTelling).filter(({ path }) => path.length > 0)
  const deepest = within.reduce<Told | null>(
    (best, one) => (best && best.path.length >= one.path.length ? best : one),
    null,
  )
  return deepest ? { ...deepest, path: [...first.path, ...deepest.path] } : first
}
