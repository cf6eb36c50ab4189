import * as z from 'zod/mini'
import { limits } from './limits.ts'

const rowKey = z.string().check(z.minLength(1))

/** What the user said of a row that needs saying (surface.md, Decisions). */
export const decision = z.object({
  rowKey,
  take: z.enum(['write', 'skip', 'same-as']),
  attainmentCode: z.optional(z.string().check(z.regex(/^\d{1,10}$/))),
})
export type Decision = z.infer<typeof decision>

export const updateRequest = z.object({
  rowKeys: z.array(rowKey).check(z.minLength(1), z.maxLength(limits.rowKeys)),
  decisions: z.optional(z.array(decision).check(z.maxLength(limits.rowKeys))),
  batch: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
})
export type UpdateRequest = z.infer<typeof updateRequest>

const count = z.int().check(z.nonnegative())

export const updateEntry = z.object({
  id: z.string(),
  who: z.string(),
  at: z.string(),
  processed: count,
  inserted: count,
  updated: count,
  unchanged: count,
  skipped: count,
  failed: count,
  undone: z.nullable(z.object({ who: z.string(), at: z.string() })),
})
export const updateList = z.object({ updates: z.array(updateEntry), total: count })
export const undoResult = z.object({
  id: z.string(),
  restored: count,
  kept: z.array(z.object({ rowKey: z.string(), reason: z.string() })),
})

export type UpdateEntry = z.infer<typeof updateEntry>
export type UpdateList = z.infer<typeof updateList>
export type UndoResult = z.infer<typeof undoResult>

export const exportNotice = z.object({
  kind: z.enum(['csv', 'xlsx']),
  rows: count,
  learners: count,
  personalDetails: z.boolean(),
})
export type ExportNotice = z.infer<typeof exportNotice>
