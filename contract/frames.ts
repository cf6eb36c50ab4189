import * as z from 'zod/mini'
import { gridRow } from './rows.ts'

/** The frames of the NDJSON streams (surface.md, Frames). Clients ignore frame types they do not know. */
export const outcomes = ['inserted', 'updated', 'unchanged', 'skipped', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

const count = z.int().check(z.nonnegative())
const value = z.nullable(z.union([z.string(), z.number()]))

export const learnerFrame = z.object({
  type: z.literal('learner'),
  personCode: z.string(),
  rows: z.array(gridRow),
})
export const progressFrame = z.object({ type: z.literal('progress'), done: count, total: count })
export const startedFrame = z.object({ type: z.literal('started'), id: z.string() })
export const fieldChange = z.object({ field: z.string(), from: value, to: value })
export const rowFrame = z.object({
  type: z.literal('row'),
  rowKey: z.string(),
  outcome: z.enum(outcomes),
  reason: z.nullable(z.string()),
})
export const previewRowFrame = z.extend(rowFrame, {
  changes: z.array(fieldChange),
  likelySame: z.nullable(z.string()),
})
export const downloadDoneFrame = z.object({
  type: z.literal('done'),
  learners: count,
  rows: count,
  problems: count,
})
const outcomeCounts = {
  processed: count,
  inserted: count,
  updated: count,
  unchanged: count,
  skipped: count,
  failed: count,
}
export const previewDoneFrame = z.object({ type: z.literal('done'), ...outcomeCounts })
export const updateDoneFrame = z.extend(previewDoneFrame, { id: z.string() })
export const failedFrame = z.object({
  type: z.literal('failed'),
  code: z.string(),
  detail: z.string(),
})

export const downloadFrame = z.discriminatedUnion('type', [
  learnerFrame,
  progressFrame,
  downloadDoneFrame,
  failedFrame,
])
export const previewFrame = z.discriminatedUnion('type', [
  previewRowFrame,
  progressFrame,
  previewDoneFrame,
  failedFrame,
])
export const updateFrame = z.discriminatedUnion('type', [
  startedFrame,
  rowFrame,
  progressFrame,
  updateDoneFrame,
  failedFrame,
])

export type FieldChange = z.infer<typeof fieldChange>
export type LearnerFrame = z.infer<typeof learnerFrame>
export type ProgressFrame = z.infer<typeof progressFrame>
export type FailedFrame = z.infer<typeof failedFrame>
export type DownloadFrame = z.infer<typeof downloadFrame>
export type PreviewFrame = z.infer<typeof previewFrame>
export type UpdateFrame = z.infer<typeof updateFrame>
export type UpdateDoneFrame = z.infer<typeof updateDoneFrame>
export type OutcomeCounts = z.infer<typeof previewDoneFrame>
