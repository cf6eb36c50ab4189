import * as z from 'zod/mini'

const argumentInfo = z.optional(
  z.object({
    Arguments: z.optional(z.array(z.unknown())),
    ReferencedObjectPathIds: z.optional(z.nullable(z.array(z.unknown()))),
  }),
)

const query = z.object({
  Select: z.optional(z.array(z.string())),
  Expand: z.optional(z.array(z.string())),
  Top: z.optional(z.number()),
  Skip: z.optional(z.number()),
})

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.optional(z.string()),
  ObjectPathId: z.number(),
  ArgumentInfo: argumentInfo,
  QueryInfo: z.optional(query),
})

const path = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.optional(z.string()),
  ParentObjectPathId: z.optional(z.number()),
  ArgumentInfo: argumentInfo,
})

/** A RichApi request as the library sends it (protocol notes, section 6). */
export const requestBody = z.object({
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), path),
})

export type Action = z.infer<typeof action>
export type ObjectPath = z.infer<typeof path>
export type QueryInfo = z.infer<typeof query>
export type RequestBody = z.infer<typeof requestBody>

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
} as const

export const PathType = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  none: 7,
} as const
