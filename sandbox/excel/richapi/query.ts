import type { QueryInfo } from './body.ts'
import type { Fields, WireObject } from './wire.ts'

/** What a load asks for, as a tree of names in lower case. */
interface Wanted {
  everything: boolean
  readonly names: Map<string, Wanted>
}

const nothing = (): Wanted => ({ everything: false, names: new Map() })

const add = (wanted: Wanted, path: string): void => {
  const parts = path.split(/[/.]/).filter((part) => part.toLowerCase() !== 'items')
  let at = wanted
  for (const part of parts) {
    const name = part.toLowerCase()
    if (name === '*' || name === '$all') {
      at.everything = true
      return
    }
    const below = at.names.get(name) ?? nothing()
    at.names.set(name, below)
    at = below
  }
}

const readWanted = (info: QueryInfo): Wanted => {
  const wanted = nothing()
  info.Select?.forEach((path) => {
    add(wanted, path)
  })
  info.Expand?.forEach((path) => {
    add(wanted, `${path}/*`)
  })
  if (!info.Select?.length && !info.Expand?.length) wanted.everything = true
  return wanted
}

const answerOne = (object: WireObject, wanted: Wanted): Fields => {
  const fields: Fields = {}
  if (wanted.everything) for (const name of object.scalarNames()) fields[name] = object.get(name)
  for (const [asked, below] of wanted.names) {
    const scalar = object.scalarName(asked)
    if (scalar !== null) fields[scalar] = object.get(scalar)
    else {
      const name = object.objectName(asked)
      // Names that are no property are passed over, as Excel does.
      if (name !== null) fields[name] = answerBelow(object.object(name), below)
    }
  }
  return { ...fields, ...object.identity() }
}

const answerBelow = (object: WireObject | null, wanted: Wanted): Fields | null => {
  if (!object) return null
  const bare = !wanted.everything && wanted.names.size === 0
  return answer(object, bare ? { everything: true, names: new Map() } : wanted, {})
}

const answer = (object: WireObject, wanted: Wanted, info: QueryInfo): Fields => {
  const items = object.items()
  if (!items) return answerOne(object, wanted)
  const skip = info.Skip ?? 0
  const shown = items.slice(skip, info.Top === undefined ? undefined : skip + info.Top)
  const own: Fields = {}
  for (const asked of wanted.names.keys()) {
    const scalar = object.scalarName(asked)
    if (scalar !== null) own[scalar] = object.get(scalar)
  }
  return { ...own, _Items: shown.map((item) => answerOne(item, wanted)), ...object.identity() }
}

/** Answers a load: capitalised names, nested by property, with the object's identity. */
export const answerQuery = (object: WireObject, info: QueryInfo): Fields =>
  answer(object, readWanted(info), info)
