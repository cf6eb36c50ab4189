import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { Person } from '../plr/learner/person.ts'
import { sendProblem } from './problem.ts'
import type { ProblemGiven } from './problem.ts'
import type { ReadToken } from './tokens.ts'

/** Why the whole feature is closed here: no licence stated, or the LRS certificate has expired. */
export interface Closed {
  readonly code: 'licence-missing' | 'certificate-expired'
  readonly detail: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; without it the route is open to anyone. */
    access?: 'any-role' | 'admin'
    /** The route answers although the feature is closed. */
    openWhenClosed?: true
    /** The route writes to ebs: refused with EBS_WRITE=off. */
    writes?: true
  }
  interface FastifyRequest {
    person: Person | null
  }
}

export interface GateDependencies {
  readonly readToken: ReadToken
  readonly closed: () => Closed | null
  readonly write: { readonly on: boolean; readonly reason: string | null }
  readonly supportContact: string
}

/** Checks token, role, licence and certificate before a body is read. */
export function createGate(dependencies: GateDependencies): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const { access, openWhenClosed, writes } = request.routeOptions.config
    if (access === undefined) return
    const read = await dependencies.readToken(request.headers.authorization)
    if (read.kind === 'bad') return refuseToken(reply, read.detail)
    if (read.kind === 'issuer-unavailable') {
      return sendProblem(reply, {
        status: 503,
        code: 'issuer-unavailable',
        detail: `Signing in cannot be checked just now: the identity provider does not answer. Try again shortly, or ask ${dependencies.supportContact}.`,
      })
    }
    const refused =
      read.kind === 'no-role'
        ? noRole(dependencies.supportContact)
        : refusal({ access, openWhenClosed, writes }, read.person, dependencies)
    if (refused) return sendProblem(reply, refused)
    if (read.kind === 'person') request.person = read.person
  }
}

/**
 * The person asking, on a route behind the gate.
 * @throws on an open route: that is a fault in the wiring.
 */
export function personOf(request: FastifyRequest): Person {
  if (request.person === null) throw new Error(`${request.url} is not behind the gate`)
  return request.person
}

interface RouteAccess {
  readonly access: 'any-role' | 'admin'
  readonly openWhenClosed: true | undefined
  readonly writes: true | undefined
}

function refusal(
  { access, openWhenClosed, writes }: RouteAccess,
  person: Person,
  { closed, write, supportContact }: GateDependencies,
): ProblemGiven | null {
  const shut = openWhenClosed ? null : closed()
  if (shut) return { status: 403, ...shut }
  if (access === 'admin' && person.role !== 'Admin') {
    return {
      status: 403,
      code: 'role-needed',
      detail: `This needs the role Attainments (PLR) Admin. Ask ${supportContact} for it.`,
    }
  }
  if (writes && !write.on) {
    return { status: 403, code: 'write-off', detail: write.reason ?? 'Writing to ebs is off.' }
  }
  return null
}

function noRole(supportContact: string): ProblemGiven {
  return {
    status: 403,
    code: 'no-role',
    detail: `Your account has neither the role Attainments (PLR) Admin nor Attainments (PLR) User. Ask ${supportContact} for one.`,
  }
}

function refuseToken(reply: FastifyReply, detail: string): FastifyReply {
  reply.header('WWW-Authenticate', 'Bearer')
  return sendProblem(reply, { status: 401, code: 'sign-in', detail })
}
