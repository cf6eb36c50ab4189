import type { LrsAnswer, LrsQuestion } from '../plr/event/answer.ts'
import type { LrsCode, StopCode } from './codes/code.ts'
import { explain } from './codes/codes.ts'
import { linkCodes } from './codes/linkCodes.ts'
import type { Verdict } from './gate/proof.ts'
import type { Reply } from './transport/reply.ts'

type Response = Extract<Reply, { kind: 'response' }>

/** Codes with which LRS sends a record; everything else is no record, known or not. */
const recordCodes = new Set(['WSRC0004', 'WSRC0022'])

/** What a reply means for the learner who was asked about. */
export function judge(reply: Reply, question: LrsQuestion, answeredAt: Date): LrsAnswer {
  switch (reply.kind) {
    case 'response':
      return judgeResponse(reply, question, answeredAt)
    case 'fault':
      return judgeFault(reply.errorCode, reply.faultCode)
    case 'unreadable':
      return failed(linkCodes.unreadable, `: ${reply.reason}.`)
    case 'http':
      return failed(linkCodes.http, ` (status ${reply.status}${aside(reply.status)}).`)
    case 'forbidden':
      return failed(linkCodes.http, ' (status 403, forbidden).')
    case 'maintenance':
      return failed(linkCodes.maintenance, '.')
    case 'timeout':
      return failed(linkCodes.noAnswer, ` within ${reply.seconds} seconds.`)
    case 'no-answer':
      return failed(linkCodes.noAnswer, `: ${reply.reason}.`)
    case 'stop':
      return { kind: 'stopped', code: reply.code, errorCode: null, detail: reply.detail }
  }
}

function aside(status: number): string {
  return status >= 300 && status < 400 ? ', a redirect, which is not followed' : ''
}

function judgeResponse(response: Response, question: LrsQuestion, answeredAt: Date): LrsAnswer {
  const { responseCode, foundUln, incomingUln, events } = response
  const code = explain(responseCode)
  const isRecord = recordCodes.has(responseCode)
  if (code.stops !== undefined) return stopped(code, code.stops)
  // Without a record nothing of anybody is shown, so that there the echo may be missing, but not wrong.
  if (incomingUln === null ? isRecord : incomingUln !== question.uln) {
    return failed(linkCodes.otherLearner, '.')
  }
  if (!isRecord) {
    return {
      kind: 'refused',
      responseCode,
      responseDescription: code.meaning,
      foundUln,
      advice: code.advice,
      concern: code.concern,
    }
  }
  return {
    kind: 'record',
    responseCode,
    responseDescription: code.meaning,
    linked: responseCode === 'WSRC0022' || (foundUln !== null && foundUln !== question.uln),
    foundUln,
    events,
    answeredAt,
  }
}

function judgeFault(errorCode: string | null, faultCode: string | null): LrsAnswer {
  if (errorCode === null) {
    return failed(linkCodes.bareFault, faultCode === null ? '.' : ` (${faultCode}).`)
  }
  const code = explain(errorCode)
  return code.stops === undefined ? failed(code, '') : stopped(code, code.stops)
}

function failed(code: LrsCode, more: string): LrsAnswer {
  return {
    kind: 'failed',
    errorCode: code.code,
    errorDescription: `${code.meaning}${more}`,
    advice: code.advice,
    concern: code.concern,
  }
}

function stopped(code: LrsCode, stop: StopCode): LrsAnswer {
  const detail = `${code.meaning} (${code.code}). ${code.advice}`
  return { kind: 'stopped', code: stop, errorCode: code.code, detail }
}

/** Bare faults that the same request would meet again. */
const hopeless = /(ActionNotSupported|DeserializationFailed)$/

/**
 * Whether the same call may be sent once more: only where LRS judged nothing (lrs-contract.md E).
 * A wrong password is never sent again, for accounts lock.
 */
export function isSafeToRepeat(reply: Reply): boolean {
  switch (reply.kind) {
    case 'timeout':
    case 'no-answer':
    case 'maintenance':
      return true
    case 'unreadable':
      return reply.brokeOff
    case 'http':
      return reply.status >= 500
    case 'fault':
      return reply.errorCode === null
        ? !hopeless.test(reply.faultCode ?? '')
        : explain(reply.errorCode).repeatable === true
    case 'response':
      return explain(reply.responseCode).repeatable === true
    case 'forbidden':
    case 'stop':
      return false
  }
}

/** Problems that cast doubt on the college's credentials. */
const credentialStops: readonly (StopCode | undefined)[] = [
  'lrs-password-refused',
  'lrs-organisation-unknown',
  'lrs-access-refused',
  'lrs-certificate-refused',
]

/** Codes given before LRS looks at the password, or without looking, prove nothing. */
const proveNothing = new Set(['WSEC0001', 'WSEC0002', 'WSEC0004', 'WSEC0999', 'WCEC0999'])

/** What a reply says of the credentials that were sent. */
export function verdictOn(reply: Reply): Verdict {
  switch (reply.kind) {
    case 'response':
      return verdictOnCode(reply.responseCode)
    case 'fault':
      return reply.errorCode === null ? 'open' : verdictOnCode(reply.errorCode)
    case 'timeout':
    case 'no-answer':
      return 'silent'
    case 'forbidden':
      return 'refused'
    case 'stop':
      return credentialStops.includes(reply.code) ? 'refused' : 'open'
    default:
      return 'open'
  }
}

function verdictOnCode(code: string): Verdict {
  if (credentialStops.includes(explain(code).stops) && explain(code).stops !== undefined) {
    return 'refused'
  }
  return proveNothing.has(code) ? 'open' : 'accepted'
}
