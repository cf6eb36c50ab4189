import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { updateRequest } from '../../../contract/index.ts'
import type { UpdateRequest } from '../../../contract/index.ts'
import type { Begun, Undone, Updates } from '../../plr/update/updates.ts'
import { parsedOrRefused } from '../body.ts'
import { personOf } from '../gate.ts'
import { sendProblem } from '../problem.ts'
import type { ProblemGiven } from '../problem.ts'
import { sendStream, whenGone } from '../stream.ts'

/** Row keys and decisions of a request are large: 32 MB, as surface.md has it. */
const bodyLimit = 32 * 1024 * 1024

const page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})
const id = z.guid()
const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/)

/** Preview, Update, Undo and the list of earlier updates; all for Admins. */
export function updatesRoutes(app: FastifyInstance, updates: Updates): void {
  const admin = { access: 'admin' } as const

  app.post('/api/updates/preview', { bodyLimit, config: admin }, (request, reply) => {
    const wanted = parsedOrRefused(updateRequest, request.body, reply)
    if (!wanted) return reply
    const wrong = decisionsProblem(wanted)
    if (wrong) return sendProblem(reply, wrong)
    const gone = whenGone(reply)
    return sendStream(reply, updates.preview(wanted, personOf(request), gone), gone)
  })

  app.post(
    '/api/updates',
    { bodyLimit, config: { ...admin, writes: true } },
    async (request, reply) => {
      const wanted = parsedOrRefused(updateRequest, request.body, reply)
      if (!wanted) return reply
      const key = idempotencyKey.safeParse(request.headers['idempotency-key'])
      const wrong = key.success ? decisionsProblem(wanted) : keyProblem
      if (wrong || !key.success) return sendProblem(reply, wrong ?? keyProblem)
      const gone = whenGone(reply)
      const begun = await updates.begin(wanted, key.data, personOf(request), gone)
      if (begun.kind === 'running') return sendStream(reply, begun.frames, gone)
      if (begun.kind === 'not-allowed') return sendProblem(reply, noEbsUser(begun.detail))
      if (begun.kind === 'busy') reply.header('Retry-After', String(begun.retryAfterSeconds))
      return sendProblem(reply, begunProblems[begun.kind])
    },
  )

  app.post<{ Params: { id: string } }>(
    '/api/updates/:id/undo',
    { config: { ...admin, writes: true } },
    async (request, reply) => {
      if (!id.safeParse(request.params.id).success) return sendProblem(reply, unknownUpdate)
      const undone = await updates.undo(request.params.id, personOf(request))
      return undone.kind === 'undone'
        ? reply.send(undone.result)
        : sendProblem(reply, undoProblem(undone))
    },
  )

  app.get(
    '/api/updates',
    { config: { ...admin, openWhenClosed: true } },
    async (request, reply) => {
      const wanted = parsedOrRefused(page, request.query, reply)
      if (!wanted) return reply
      reply.header('Cache-Control', 'no-store')
      return reply.send(await updates.list(wanted.offset, wanted.limit))
    },
  )
}

const noEbsUser = (detail: string): ProblemGiven => ({ status: 403, code: 'no-ebs-user', detail })

const keyProblem: ProblemGiven = {
  status: 400,
  code: 'idempotency-key',
  detail:
    'Send the header Idempotency-Key: 1 to 255 visible ASCII characters, a new one for each update.',
}

const begunProblems: Readonly<
  Record<Exclude<Begun['kind'], 'running' | 'not-allowed'>, ProblemGiven>
> = {
  busy: {
    status: 409,
    code: 'update-running',
    detail: 'This update is still running. Try again with the same key when it has ended.',
  },
  different: {
    status: 422,
    code: 'other-request',
    detail:
      'This Idempotency-Key was used for other rows or decisions. Take a new key for a new update.',
  },
  gone: {
    status: 410,
    code: 'answer-gone',
    detail: 'This update has finished long ago; its answer is no longer kept. Take a new key.',
  },
}

const unknownUpdate: ProblemGiven = {
  status: 404,
  code: 'unknown-update',
  detail: 'There is no such update.',
}

function undoProblem(undone: Exclude<Undone, { kind: 'undone' }>): ProblemGiven {
  switch (undone.kind) {
    case 'unknown':
      return unknownUpdate
    case 'already':
      return {
        status: 409,
        code: 'already-undone',
        detail: `This update was undone by ${undone.who} at ${undone.at}.`,
      }
    case 'not-allowed':
      return noEbsUser(undone.detail)
    case 'too-old':
      return {
        status: 410,
        code: 'undo-gone',
        detail: 'This update is too old to undo: what ebs held before is no longer kept.',
      }
  }
}

/** Decisions must be about rows of the request, one a row, and `same-as` names a record (surface.md). */
function decisionsProblem({ rowKeys, decisions = [] }: UpdateRequest): ProblemGiven | null {
  const asked = new Set(rowKeys)
  const decided = new Set<string>()
  const wrong = (detail: string): ProblemGiven => ({
    status: 400,
    code: 'invalid-decision',
    detail,
  })
  for (const { rowKey, take, attainmentCode } of decisions) {
    if (!asked.has(rowKey)) return wrong('A decision is about a row key that is not in rowKeys.')
    if (decided.has(rowKey)) return wrong('There are two decisions about one row key.')
    if (take === 'same-as' && attainmentCode === undefined) {
      return wrong('A decision same-as names no attainmentCode.')
    }
    decided.add(rowKey)
  }
  return null
}
