import type { FastifyReply } from 'fastify'
import { problemType } from '../../contract/index.ts'
import type { Problem } from '../../contract/index.ts'

/** What went wrong with a request; `code` is stable, `detail` says what happened and what to do. */
export interface ProblemGiven {
  readonly status: number
  readonly code: string
  readonly detail: string
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not now',
  410: 'No longer kept',
  413: 'Too large',
  415: 'Wrong kind of content',
  422: 'Not the same request',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available just now',
}

/** An RFC 9457 problem document. */
export function problemDocument(given: ProblemGiven, instance: string): Problem {
  return {
    type: `urn:ebs-plr:problem:${given.code}`,
    title: titles[given.status] ?? 'The request failed',
    status: given.status,
    detail: given.detail,
    code: given.code,
    instance: `urn:ebs-plr:request:${instance}`,
  }
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, given: ProblemGiven): FastifyReply {
  return reply
    .code(given.status)
    .header('Cache-Control', 'no-store')
    .type(problemType)
    .send(problemDocument(given, reply.request.id))
}
