import { readElement, type Element } from './element.ts'
import { invoker, soap, tempuri } from './namespaces.ts'

/** What a request asks, each value '' when nil, empty or absent. */
export interface Asked {
  readonly organisationRef: string
  readonly password: string
  readonly ukprn: string
  readonly userName: string
  readonly userType: string
  readonly uln: string
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: string
  readonly gender: string
  readonly getType: string
}

export type Read =
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** No XML, no envelope, or a vendorID that is no number: WCF's DeserializationFailed. */
  | { readonly kind: 'undecodable' }
  /** Well-formed, but not as the service description says; `why` tells the client. */
  | { readonly kind: 'invalid'; readonly why: string; readonly uln: string }

const parts = [
  'invokingOrganisation',
  'userType',
  'vendorID',
  'language',
  'uln',
  'givenName',
  'familyName',
  'dateOfBirth',
  'gender',
  'getType',
]
const invokerParts = ['OrganisationRef', 'Password', 'Ukprn', 'Username']

/** Reads a request and holds it against the service description: order, names and namespaces. */
export function readRequest(xml: string): Read {
  const envelope = readElement(xml)
  const body = childOf(envelope, 'Body', soap)
  const call = childOf(body, 'GetLearnerLearningEvents', tempuri)
  if (!is(envelope, 'Envelope', soap) || call === null) return { kind: 'undecodable' }
  const organisation = childOf(call, 'invokingOrganisation', tempuri)
  const value = (name: string) => textOf(childOf(call, name, tempuri))
  const invokerValue = (name: string) => textOf(childOf(organisation, name, invoker))
  const why =
    misplaced(call, parts, tempuri) ??
    (organisation === null ? 'there is no invokingOrganisation' : null) ??
    (organisation === null ? null : misplaced(organisation, invokerParts, invoker))
  if (why !== null) return { kind: 'invalid', why, uln: value('uln') }
  if (!/^[+-]?\d{1,9}$/.test(value('vendorID').trim())) return { kind: 'undecodable' }
  return {
    kind: 'asked',
    asked: {
      organisationRef: invokerValue('OrganisationRef'),
      password: invokerValue('Password'),
      ukprn: invokerValue('Ukprn'),
      userName: invokerValue('Username'),
      userType: value('userType'),
      uln: value('uln'),
      givenName: value('givenName'),
      familyName: value('familyName'),
      dateOfBirth: value('dateOfBirth'),
      gender: value('gender'),
      getType: value('getType'),
    },
  }
}

/** What is wrong with an element's children, or null: unknown, twice, out of order, other namespace. */
function misplaced(parent: Element, names: readonly string[], namespace: string): string | null {
  let last = -1
  for (const child of parent.children) {
    const place = names.indexOf(child.name)
    if (place === -1) return `${parent.name} has no part ${child.name}`
    if (child.namespace !== namespace) {
      return `${child.name} is in namespace "${child.namespace}" instead of "${namespace}"`
    }
    if (place === last) return `${child.name} is there twice`
    if (place < last) return `${child.name} stands after ${names[last] ?? ''}`
    last = place
  }
  return null
}

function is(element: Element | null, name: string, namespace: string): boolean {
  return element?.name === name && element.namespace === namespace
}

function childOf(parent: Element | null, name: string, namespace: string): Element | null {
  return parent?.children.find((child) => is(child, name, namespace)) ?? null
}

function textOf(element: Element | null): string {
  return element === null || element.nil ? '' : element.text
}
