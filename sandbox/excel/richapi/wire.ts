import { Refusal } from '../model/refusal.ts'
import type { Place } from '../model/state.ts'

/** Fields of an answer, by their names on the wire (first letter capital). */
export type Fields = Record<string, unknown>

/** Arguments of a call. Objects passed by the add-in are the objects themselves. */
export type Arguments = readonly unknown[]

/** A property that holds a value. Without `set` it is read-only. */
export interface Scalar<T> {
  readonly get: (target: T) => unknown
  readonly set?: (target: T, value: unknown) => void
  /** Left out of `load()` and `*`: too large or of no use unasked. */
  readonly onRequest?: true
}

/** Members of a class of the API, by their names on the wire. */
export interface Description<T> {
  /** The class's name in error locations. */
  readonly type: string
  readonly identity?: (target: T) => Fields
  /** Throws where the object is no longer there. */
  readonly check?: (target: T) => void
  readonly place?: (target: T) => Place
  readonly scalars?: Readonly<Record<string, Scalar<T>>>
  /** Properties that hold objects. */
  readonly objects?: Readonly<Record<string, (target: T) => WireObject | null>>
  /** Methods that answer with an object, or null for a null object. */
  readonly paths?: Readonly<Record<string, (target: T, args: Arguments) => WireObject | null>>
  /** Methods that answer with a value or with nothing. */
  readonly actions?: Readonly<Record<string, (target: T, args: Arguments) => unknown>>
  /** Of a collection: its items, and one of them by key. */
  readonly items?: (target: T) => readonly WireObject[]
  readonly item?: (target: T, key: unknown) => WireObject | null
}

/** An object of the API as the executor handles it, whatever its class. */
export interface WireObject {
  readonly type: string
  readonly place: Place | null
  identity(): Fields
  check(): void
  /** Wire names of the properties that `load()` answers with. */
  scalarNames(): readonly string[]
  /** The true wire name of a property, whatever its case; null when there is none. */
  scalarName(name: string): string | null
  objectName(name: string): string | null
  get(name: string): unknown
  set(name: string, value: unknown): void
  object(name: string): WireObject | null
  path(name: string, args: Arguments): WireObject | null
  action(name: string, args: Arguments): unknown
  items(): readonly WireObject[] | null
  item(key: unknown): WireObject | null
}

const lookup = <M>(members: Readonly<Record<string, M>> = {}): Map<string, [string, M]> =>
  new Map(Object.entries(members).map(([name, member]) => [name.toLowerCase(), [name, member]]))

/** An object asked for by name, key or place: it must be there. */
export const needed = (object: WireObject | null): WireObject => {
  if (!object) throw new Refusal('ItemNotFound')
  return object
}

/** A member that is not played: the add-in is told so, by name. */
export const notPlayed = (type: string, member: string): Refusal =>
  new Refusal('ApiNotFound', `${type}.${member} is not played by this workbook (see BEHAVIOUR.md).`)

/** Makes the objects of a class from its description. */
export const describeClass = <T>(description: Description<T>): ((target: T) => WireObject) => {
  const { type } = description
  const scalars = lookup(description.scalars)
  const objects = lookup(description.objects)
  const paths = lookup(description.paths)
  const actions = lookup(description.actions)
  const loaded = [...scalars.values()].filter(([, one]) => !one.onRequest).map(([name]) => name)

  const found = <M>(members: Map<string, [string, M]>, name: string): M => {
    const member = members.get(name.toLowerCase())
    if (!member) throw notPlayed(type, name)
    return member[1]
  }

  return (target) => {
    const object: WireObject = {
      type,
      place: description.place?.(target) ?? null,
      identity: () => description.identity?.(target) ?? {},
      check: () => description.check?.(target),
      scalarNames: () => loaded,
      scalarName: (name) => scalars.get(name.toLowerCase())?.[0] ?? null,
      objectName: (name) => objects.get(name.toLowerCase())?.[0] ?? null,
      get: (name) => found(scalars, name).get(target),
      set: (name, value) => {
        const { set } = found(scalars, name)
        if (!set) throw notPlayed(type, `${name} (set)`)
        set(target, value)
      },
      object: (name) => found(objects, name)(target),
      path: (name, args) => found(paths, name)(target, args),
      action: (name, args) => {
        const action = actions.get(name.toLowerCase())
        // A method that answers with an object may be called for its effect alone.
        if (!action && paths.has(name.toLowerCase())) return void object.path(name, args)
        return found(actions, name)(target, args)
      },
      items: () => description.items?.(target) ?? null,
      item: (key) => {
        if (!description.item) throw notPlayed(type, 'getItem')
        return description.item(target, key)
      },
    }
    return object
  }
}
