import * as z from 'zod'

const driverError = z.object({
  code: z.optional(z.union([z.string(), z.number()])),
  number: z.optional(z.number()),
  errorNum: z.optional(z.number()),
  message: z.optional(z.string()),
})
export type ErrorFacts = z.infer<typeof driverError>

/** What drivers say of an error in fields of their own; nothing for what is no driver's error. */
export function errorFacts(error: unknown): ErrorFacts {
  const parsed = driverError.safeParse(error)
  return parsed.success ? parsed.data : {}
}
