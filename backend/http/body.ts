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
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  const detail = `${where === '' ? 'The request' : where} is not as expected: ${issue?.message ?? 'wrong form'}.`
  sendProblem(reply, { status: 400, code: 'invalid-request', detail })
  return null
}
