import { readElement, type Element } from '../../../sandbox/lrs/request/element.ts'
import type { ComplexType, Member, SimpleType } from './type.ts'

/**
 * Holds a document against a description: every complaint as a sentence, none when it is as described.
 * Stricter than the service's own reader, which ignores much of what it does not expect.
 */
export function complaintsAbout(xml: string, described: Member): string[] {
  if (deep.test(xml)) return ['its elements are nested without end']
  const root = readElement(xml)
  if (root === null) return ['it is no well-formed XML without a document type']
  return complaintsOf(
    { members: [described] },
    {
      name: 'the document',
      namespace: '',
      nil: false,
      children: [root],
      text: '',
    },
  )
}

/** Looked for beforehand: resolving namespaces of a hundred thousand levels takes minutes. */
const deep = /(?:<\w+>){40}/

function complaintsOf(type: ComplexType, element: Element): string[] {
  const { members } = type
  const complaints: string[] = []
  let last = -1
  for (const child of element.children) {
    const place = members.findIndex(
      ({ name, namespace }) => name === child.name && namespace === child.namespace,
    )
    const member = members[place]
    if (member === undefined) {
      complaints.push(`${element.name} has no part {${child.namespace}}${child.name}`)
      continue
    }
    if (place < last) complaints.push(`${child.name} stands too late in ${element.name}`)
    else if (place === last && !member.repeated) complaints.push(`${child.name} is there twice`)
    last = Math.max(last, place)
    complaints.push(...complaintsAboutValue(member, child))
  }
  for (const { name, namespace, required } of members) {
    const there = element.children.some(
      (child) => child.name === name && child.namespace === namespace,
    )
    if (required && !there) complaints.push(`${name} is missing in ${element.name}`)
  }
  if (/\S/.test(element.text)) complaints.push(`${element.name} holds text beside its parts`)
  return complaints
}

function complaintsAboutValue(member: Member, element: Element): string[] {
  if (element.nil) {
    if (!member.nillable) return [`${element.name} may not be nil`]
    return element.children.length === 0 && element.text === ''
      ? []
      : [`${element.name} is nil and holds something`]
  }
  if (typeof member.type !== 'string') return complaintsOf(member.type, element)
  if (element.children.length > 0) return [`${element.name} holds elements`]
  return isOf(member.type, element.text) ? [] : [`${element.name} is no ${member.type}`]
}

function isOf(type: SimpleType, text: string): boolean {
  if (type === 'string') return true
  if (type === 'base64Binary') return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)
  if (!/^\s*[+-]?\d+\s*$/.test(text)) return false
  const bits = type === 'int' ? 31n : 63n
  const value = BigInt(text.trim().replace(/^\+/, ''))
  return value >= -(2n ** bits) && value < 2n ** bits
}
