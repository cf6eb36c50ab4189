import type { LrsEvent, LrsPerson } from '../../college/college.ts'
import type { FaultName } from '../faults/names.ts'
import type { Asked, Read } from '../request/read.ts'
import { isUln } from '../request/uln.ts'

/** What the service says to a request that reached it. */
export type Decision =
  | {
      readonly kind: 'answer'
      readonly code: string
      readonly found: string | null
      readonly incoming: string
      readonly events: readonly LrsEvent[]
      readonly brief: boolean
    }
  | { readonly kind: 'code'; readonly code: string; readonly why: string }
  | { readonly kind: 'bare-fault'; readonly fault: string }

export interface Organisation {
  readonly ukprn: string
  readonly password: string
  /** When given, no other user name is let in. */
  readonly username?: string
}

export interface Register {
  readonly organisation: Organisation
  person(uln: string): LrsPerson | undefined
}

/** Judges a request in the order in which LRS most likely does (README.md, Order of decisions). */
export function decide(read: Read, register: Register, fault: FaultName | null): Decision {
  if (read.kind === 'undecodable') return { kind: 'bare-fault', fault: 'DeserializationFailed' }
  if (fault === 'bare-fault') return { kind: 'bare-fault', fault: 'InternalServiceFault' }
  if (fault === 'unknown-operation') return code('WSEC0002', 'operation not supported')
  if (fault === 'unknown-fault') return code('WSEC9998', 'switched on')
  if (fault === 'server-error') return code('WSEC0999', 'unknown exception')
  if (read.kind === 'invalid') return code('WSEC0001', read.why)
  const { asked } = read
  const blank = mandatory.find((name) => asked[name].trim() === '')
  if (blank !== undefined) return code('WSEC0001', `${blank} is empty`)
  const why = fault === 'invalid-request' ? 'switched on' : wrongValue(asked)
  if (why !== null) return code('WSEC0001', why)
  return access(asked, register.organisation, fault) ?? find(asked, register, fault)
}

const mandatory = ['password', 'userName', 'uln', 'givenName', 'familyName'] as const

function wrongValue(asked: Asked): string | null {
  if (asked.ukprn === '' && asked.organisationRef === '') return 'no organisation is named'
  if (!/^(LNR|ORG|SER)$/.test(asked.userType)) return 'userType is none of LNR, ORG, SER'
  if (!/^(FULL|BRIEF)$/.test(asked.getType)) return 'getType is neither FULL nor BRIEF'
  if (!/^(\d{4}-\d\d-\d\d)?$/.test(asked.dateOfBirth)) return 'dateOfBirth is no date'
  if (!/^[0129]?$/.test(asked.gender)) return 'gender is none of 0, 1, 2, 9'
  if (asked.givenName.length > 35 || asked.familyName.length > 35) {
    return 'a name has more than 35 characters'
  }
  return null
}

function access(asked: Asked, known: Organisation, fault: FaultName | null): Decision | null {
  const named = asked.ukprn === '' ? asked.organisationRef : asked.ukprn
  if (fault === 'unknown-organisation' || named !== known.ukprn) {
    return code('WSEC0003', 'unknown organisation')
  }
  if (fault === 'wrong-password' || asked.password !== known.password) {
    return code('WSEC0005', 'incorrect password')
  }
  const stranger = known.username !== undefined && asked.userName !== known.username
  if (fault === 'not-permitted' || stranger) return code('WSEC0006', 'insufficient access')
  return fault === 'out-of-hours' ? code('WSEC0004', 'out of hours') : null
}

function find(asked: Asked, register: Register, fault: FaultName | null): Decision {
  if (fault === 'invalid-uln' || !isUln(asked.uln)) return code('WSEC0136', 'the ULN is invalid')
  const brief = asked.getType === 'BRIEF'
  const answer = (
    code: string,
    found: string | null,
    events: readonly LrsEvent[] = [],
  ): Decision => ({ kind: 'answer', code, found, incoming: asked.uln, events, brief })
  const person = register.person(asked.uln)
  if (person === undefined || fault === 'not-verified' || !agrees(asked, person)) {
    return answer('WSEC0208', null)
  }
  const master = person.masterUln === null ? person : register.person(person.masterUln)
  const shown = master ?? person
  if (fault === 'not-shared' || !shown.shares) return answer('WSEC0206', null)
  if (fault === 'unknown-code') return answer('WSRC0777', null)
  return answer(shown === person ? 'WSRC0004' : 'WSRC0022', shown.uln, shown.events)
}

/** Names agree whatever their case, spaces and punctuation; a former family name will do. */
function agrees(asked: Asked, person: LrsPerson): boolean {
  const family = plain(asked.familyName)
  return (
    plain(asked.givenName) === plain(person.givenName) &&
    (family === plain(person.familyName) || family === plain(person.previousFamilyName ?? '')) &&
    (asked.dateOfBirth === '' || asked.dateOfBirth === person.dateOfBirth) &&
    (asked.gender === '' || asked.gender === person.gender)
  )
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function code(code: string, why: string): Decision {
  return { kind: 'code', code, why }
}
