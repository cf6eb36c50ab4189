import type { FastifyInstance } from 'fastify'
import { Refused } from './refused.ts'

/** Deeper than any request of ours; a body nested by the thousand would exhaust the stack of a check. */
const deepest = 64

/** JSON is the only content we take; a request may leave its body out. */
export function onlyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') {
      done(null, undefined)
      return
    }
    void parse(request, body.toString(), (error, value) => {
      done(error ?? refusal(value), value)
    })
  })
}

/** Why a body that is good JSON is not taken all the same; null when it is. */
function refusal(body: unknown): Refused | null {
  const wrong = (detail: string) => new Refused({ status: 400, code: 'invalid-request', detail })
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return wrong('The request is nested too deeply.')
    // No database of ours keeps the character NUL in a text.
    if (level.some((value) => typeof value === 'string' && value.includes('\0'))) {
      return wrong('The request holds the character NUL, which no text in ebs can hold.')
    }
    level = level.flatMap(within)
  }
  return null
}

const within = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []
