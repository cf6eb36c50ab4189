import * as z from 'zod'

const driverError = z.object({
  code: z.optional(z.union([z.string(), z.number()])),
  number: z.optional(z.number()),
  errorNum: z.optional(z.number()),
  message: z.optional(z.string()),
})
export type ErrorFacts = z.infer<typeof driverError>

/**
 * What drivers say of an error in fields of their own; nothing for what is no driver's error.
 * SQL Server may send several errors for one statement, which tedious gives as one that holds them:
 * the first is what went wrong, the others what came of it (3609: the transaction ended in the trigger).
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return errorFacts(error.errors[0])
  }
  const parsed = driverError.safeParse(error)
  return parsed.success ? parsed.data : {}
}
