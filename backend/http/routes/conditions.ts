import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { savedConditionBody } from '../../../contract/index.ts'
import type { ConditionGroup, SavedCondition } from '../../../contract/index.ts'
import type { Person } from '../../plr/learner/person.ts'
import { parsedOrRefused } from '../body.ts'
import { personOf } from '../gate.ts'
import { sendProblem } from '../problem.ts'
import type { ProblemGiven } from '../problem.ts'

export interface ConditionToSave {
  readonly name: string
  readonly shared: boolean
  readonly condition: ConditionGroup
}

/** What saving or deleting comes to. */
export type ConditionSaved =
  | { readonly kind: 'created' }
  | { readonly kind: 'replaced' }
  /** Another person's own: told as if it were not there. */
  | { readonly kind: 'unknown' }
  /** A shared one that is another's, and the asker is no Admin. */
  | { readonly kind: 'not-allowed' }
  /** A shared one must hold no names, birth dates, ULNs or person codes. */
  | { readonly kind: 'personal'; readonly detail: string }

export interface SavedConditionStore {
  list(person: Person): Promise<readonly SavedCondition[]>
  save(id: string, condition: ConditionToSave, person: Person): Promise<ConditionSaved>
  remove(id: string, person: Person): Promise<'removed' | 'unknown' | 'not-allowed'>
}

interface ById {
  Params: { id: string }
}

/** Any UUID, whoever made it; the database compares them without case. */
const uuid = z.object({ id: z.guid().transform((id) => id.toLowerCase()) })

/** Saved conditions: one's own, and those shared in the college. */
export function conditionsRoutes(app: FastifyInstance, conditions: SavedConditionStore): void {
  const config = { access: 'any-role' } as const

  app.get('/api/conditions', { config }, async (request, reply) => {
    reply.header('Cache-Control', 'no-store')
    return { conditions: await conditions.list(personOf(request)) }
  })

  app.put<ById>('/api/conditions/:id', { config }, async (request, reply) => {
    const body = parsedOrRefused(savedConditionBody, request.body, reply)
    if (!body) return reply
    const params = parsedOrRefused(uuid, request.params, reply)
    if (!params) return reply
    const saved = await conditions.save(params.id, body, personOf(request))
    switch (saved.kind) {
      case 'created':
        return reply.code(201).send({ id: params.id, ...body })
      case 'replaced':
        return reply.code(200).send({ id: params.id, ...body })
      case 'personal':
        return sendProblem(reply, { status: 400, code: 'personal-condition', detail: saved.detail })
      default:
        return sendProblem(reply, problems[saved.kind])
    }
  })

  app.delete<ById>('/api/conditions/:id', { config }, async (request, reply) => {
    const params = parsedOrRefused(uuid, request.params, reply)
    if (!params) return reply
    const removed = await conditions.remove(params.id, personOf(request))
    return removed === 'removed' ? reply.code(204).send() : sendProblem(reply, problems[removed])
  })
}

const problems: Readonly<Record<'unknown' | 'not-allowed', ProblemGiven>> = {
  unknown: { status: 404, code: 'unknown-condition', detail: 'There is no such saved condition.' },
  'not-allowed': {
    status: 403,
    code: 'shared-condition',
    detail: 'A shared condition is changed by who made it, or by an Admin.',
  },
}
