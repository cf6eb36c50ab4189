import { SaxesParser } from 'saxes'
import { Refusal } from '../../model/refusal.ts'
import { touchDocument } from '../../model/save.ts'
import { nextNumber } from '../../model/sheets.ts'
import type { XmlPart } from '../../model/state.ts'
import { textArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, needed, type WireObject } from '../wire.ts'

/** The namespace of the root element; refuses what is not well-formed. */
const readNamespace = (xml: string): string => {
  const parser = new SaxesParser({ xmlns: true })
  let namespace: string | null = null
  parser.on('opentag', (tag) => {
    namespace ??= tag.uri
  })
  parser.on('error', () => {
    throw new Refusal('InvalidArgument')
  })
  parser.write(xml).close()
  if (namespace === null) throw new Refusal('InvalidArgument')
  return namespace
}

const partId = (number: number): string =>
  `{20000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`

/** `Excel.CustomXmlPartCollection`, its parts, and the parts of one namespace. */
export const customXmlClass = ({ workbook }: Session): (() => WireObject) => {
  const changed = (): void => {
    touchDocument(workbook)
  }
  const part = describeClass<XmlPart>({
    type: 'CustomXmlPart',
    identity: ({ id }) => ({ Id: id }),
    check: (one) => {
      if (!workbook.xmlParts.includes(one)) throw new Refusal('ItemNotFound')
    },
    scalars: {
      Id: { get: ({ id }) => id },
      NamespaceUri: { get: ({ xml }) => readNamespace(xml) },
    },
    actions: {
      GetXml: ({ xml }) => xml,
      SetXml: (one, [xml]) => {
        const text = textArgument(xml)
        readNamespace(text)
        one.xml = text
        changed()
      },
      Delete: (one) => {
        workbook.xmlParts = workbook.xmlParts.filter((other) => other !== one)
        changed()
      },
    },
  })
  const within = (namespace: string | null): XmlPart[] =>
    workbook.xmlParts.filter((one) => namespace === null || readNamespace(one.xml) === namespace)
  const get = (namespace: string | null, id: unknown): WireObject | null => {
    const wanted = textArgument(id).toUpperCase()
    const found = within(namespace).find((one) => one.id === wanted)
    return found ? part(found) : null
  }
  const only = (namespace: string): WireObject | null => {
    const [one, more] = within(namespace)
    if (more) throw new Refusal('InvalidOperation')
    return one ? part(one) : null
  }
  const scoped = describeClass<string>({
    type: 'CustomXmlPartScopedCollection',
    items: (namespace) => within(namespace).map(part),
    item: (namespace, id) => needed(get(namespace, id)),
    paths: {
      GetItem: (namespace, [id]) => needed(get(namespace, id)),
      GetItemOrNullObject: (namespace, [id]) => get(namespace, id),
      GetOnlyItem: (namespace) => needed(only(namespace)),
      GetOnlyItemOrNullObject: only,
    },
    actions: { GetCount: (namespace) => within(namespace).length },
  })
  const collection = describeClass<null>({
    type: 'CustomXmlPartCollection',
    items: () => within(null).map(part),
    item: (_, id) => needed(get(null, id)),
    paths: {
      Add: (_, [xml]) => {
        const text = textArgument(xml)
        readNamespace(text)
        const added = { id: partId(nextNumber(workbook)), xml: text }
        workbook.xmlParts.push(added)
        changed()
        return part(added)
      },
      GetByNamespace: (_, [namespace]) => scoped(textArgument(namespace)),
      GetItem: (_, [id]) => needed(get(null, id)),
      GetItemOrNullObject: (_, [id]) => get(null, id),
    },
    actions: { GetCount: () => workbook.xmlParts.length },
  })
  return () => collection(null)
}
