import * as z from 'zod/mini'

/** An RFC 9457 problem document with a stable `code`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  instance: z.optional(z.string()),
})
export type Problem = z.infer<typeof problem>

/** The content types of the two kinds of answer that are not plain JSON. */
export const problemType = 'application/problem+json'
export const streamType = 'application/x-ndjson'
