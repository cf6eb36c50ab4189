import type { FastifyError, FastifyInstance } from 'fastify'
import { problemType } from '../../contract/index.ts'
import { ebsTrouble } from './ebsTrouble.ts'
import { problemDocument, sendProblem } from './problem.ts'
import type { ProblemGiven } from './problem.ts'
import { Refused } from './refused.ts'

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

/** Unknown addresses and errors as problem documents; nothing of an unexpected error leaves the house. */
export function handleErrors(app: FastifyInstance, supportContact: string): void {
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, code: 'not-found', detail: 'There is nothing here.' }),
  )

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    const trouble = ebsTrouble(error)
    if (trouble) {
      request.log.error({ err: error }, 'ebs does not answer')
      const detail = `${trouble.detail} If it stays, ask ${supportContact}.`
      return sendProblem(reply, { status: 503, code: trouble.code, detail })
    }
    if (error instanceof Refused) return sendProblem(reply, error.given)
    // Fastify would close the connection at once, and who is still sending would never see why.
    if (status === 413) reply.removeHeader('Connection')
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
