import { Refusal } from '../model/refusal.ts'
import { isRecord } from './arguments.ts'
import { ActionType, PathType, type Action, type ObjectPath, type RequestBody } from './body.ts'
import { answerQuery } from './query.ts'
import type { Session } from './session.ts'
import { notPlayed, type Arguments, type WireObject } from './wire.ts'

interface Result {
  readonly ActionId: number
  readonly Value: unknown
}

export type BatchOutcome =
  | { readonly kind: 'done'; readonly results: Result[]; readonly traces: number[] }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      /** `Class.member`, first letter of the member small. */
      readonly location: string
      readonly actionIndex: number
      readonly results: Result[]
      readonly traces: number[]
    }

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1)

/**
 * Runs the actions of one request in their order. Each path is evaluated once. The first refusal
 * ends it; what ran before stays done.
 */
export const runBatch = (session: Session, body: RequestBody): BatchOutcome => {
  const resolved = new Map<number, WireObject | null>()
  const results: Result[] = []
  const traces: number[] = []
  let location = ''

  const enter = (object: WireObject, member: string): void => {
    location = object.type
    object.check()
    location = `${object.type}.${lowerFirst(member)}`
  }

  const argument = (value: unknown, reference: unknown): unknown => {
    if (typeof reference === 'number' && reference !== 0) return resolve(reference)
    if (Array.isArray(reference) && Array.isArray(value)) {
      return value.map((one, at) => argument(one, reference[at]))
    }
    if (isRecord(value) && typeof value['_ObjectPathId'] === 'number') {
      return resolve(value['_ObjectPathId'])
    }
    return value
  }

  const argumentsOf = (info: Action['ArgumentInfo']): Arguments => {
    const references = info?.ReferencedObjectPathIds
    const values = info?.Arguments ?? []
    return references ? values.map((value, at) => argument(value, references[at])) : values
  }

  const follow = (path: ObjectPath): WireObject | null => {
    const name = path.Name ?? ''
    if (path.ObjectPathType === PathType.root) return session.objects.workbook()
    if (path.ObjectPathType === PathType.none) return null
    if (path.ObjectPathType === PathType.service) throw notPlayed(name, 'create')
    if (path.ObjectPathType === PathType.reference) {
      const kept = session.kept.get(name)
      location = 'Range'
      if (!kept) throw new Refusal('InvalidReference')
      return kept.object
    }
    const parent = resolve(path.ParentObjectPathId ?? 0)
    if (!parent) return null
    const args = argumentsOf(path.ArgumentInfo)
    if (path.ObjectPathType === PathType.indexer) {
      enter(parent, 'getItem')
      return parent.item(args[0])
    }
    enter(parent, name)
    return path.ObjectPathType === PathType.method ? parent.path(name, args) : parent.object(name)
  }

  const resolve = (id: number): WireObject | null => {
    const known = resolved.get(id)
    if (known !== undefined) return known
    const path = body.ObjectPaths[String(id)]
    if (!path)
      throw new Refusal('GeneralException', `The request has no object path ${String(id)}.`)
    const object = follow(path)
    resolved.set(id, object)
    return object
  }

  const method = (object: WireObject, name: string, args: Arguments): unknown => {
    if (name === '_KeepReference') return void session.keep(object)
    if (name === '_RemoveReference') {
      if (typeof args[0] === 'string') session.release(args[0])
      return null
    }
    enter(object, name)
    return object.action(name, args) ?? null
  }

  const run = (action: Action): unknown => {
    if (action.ActionType === ActionType.trace) {
      traces.push(action.Id)
      return null
    }
    const object = resolve(action.ObjectPathId)
    if (!object) return null
    const name = action.Name ?? ''
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object.identity()
      case ActionType.query:
        location = object.type
        object.check()
        return answerQuery(object, action.QueryInfo ?? {})
      case ActionType.method:
        return method(object, name, argumentsOf(action.ArgumentInfo)) ?? null
      case ActionType.set:
        enter(object, name)
        object.set(name, argumentsOf(action.ArgumentInfo)[0])
        return null
      default:
        throw new Refusal('ApiNotFound', `Action type ${String(action.ActionType)} is not played.`)
    }
  }

  for (const [actionIndex, action] of body.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: run(action) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { kind: 'refused', refusal: error, location, actionIndex, results, traces }
    }
  }
  return { kind: 'done', results, traces }
}
