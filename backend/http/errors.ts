import type { FastifyError, FastifyInstance } from 'fastify'
import { problemType } from '../../contract/index.ts'
import { isOutage } from '../database/index.ts'
import { problemDocument, sendProblem } from './problem.ts'
import { RateLimited } from './rateLimit.ts'
import type { ProblemGiven } from './problem.ts'

/** What Fastify itself refuses, in our words; its own messages may repeat what was sent. */
const refusals: Readonly<Record<number, ProblemGiven>> = {
  400: { status: 400, code: 'invalid-request', detail: 'The request is not valid JSON.' },
  413: { status: 413, code: 'too-large', detail: 'The request is larger than this route takes.' },
  415: {
    status: 415,
    code: 'media-type',
    detail: 'Send the request as application/json.',
  },
}

export const ebsAwayCode = 'ebs-unavailable'
export const ebsAway = 'The ebs database does not answer. Try again in a moment.'

/** Unknown addresses and errors as problem documents; nothing of an unexpected error leaves the house. */
export function handleErrors(app: FastifyInstance, supportContact: string): void {
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, code: 'not-found', detail: 'There is nothing here.' }),
  )

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (isOutage(error)) {
      request.log.error({ err: error }, 'ebs does not answer')
      const detail = `${ebsAway} If it stays, ask ${supportContact}.`
      return sendProblem(reply, { status: 503, code: ebsAwayCode, detail })
    }
    if (error instanceof RateLimited) return sendProblem(reply, error.given)
    const refusal = refusals[status]
    if (refusal) return sendProblem(reply, refusal)
    if (status < 500) {
      const detail = 'The request cannot be understood.'
      return sendProblem(reply, { status, code: 'invalid-request', detail })
    }
    request.log.error({ err: error }, 'a request failed unexpectedly')
    return reply
      .code(500)
      .type(problemType)
      .send(
        problemDocument(
          {
            status: 500,
            code: 'unexpected',
            detail: `Something went wrong here. Try again; if it happens again, tell ${supportContact} the reference ${request.id}.`,
          },
          request.id,
        ),
      )
  })
}
