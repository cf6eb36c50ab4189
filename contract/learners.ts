import * as z from 'zod/mini'
import { conditionGroup } from './conditions.ts'
import { limits } from './limits.ts'

export const learnerProblem = z.object({ code: z.string(), description: z.string() })

/** A learner as the search lists them; `problem` is what their download row would carry. */
export const learner = z.object({
  personCode: z.string(),
  uln: z.nullable(z.string()),
  surname: z.nullable(z.string()),
  firstName: z.nullable(z.string()),
  knownAs: z.nullable(z.string()),
  dateOfBirth: z.nullable(z.string()),
  sex: z.nullable(z.string()),
  active: z.boolean(),
  /** ebs's LRS_ABILITY_TO_SHARE: 0 notice not seen, 1 share, 2 unable to share, null not known. */
  abilityToShare: z.nullable(z.string()),
  problem: z.nullable(learnerProblem),
})
export type ListedLearner = z.infer<typeof learner>

export const sortKey = z.object({
  field: z.string(),
  direction: z.enum(['asc', 'desc']),
})

export const searchRequest = z.object({
  condition: conditionGroup,
  sort: z.optional(z.array(sortKey).check(z.maxLength(10))),
  offset: z.optional(z.int().check(z.nonnegative())),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(limits.searchPage))),
})
export type SearchRequest = z.infer<typeof searchRequest>

export const searchResponse = z.object({
  learners: z.array(learner),
  total: z.int().check(z.nonnegative()),
})
export type SearchResponse = z.infer<typeof searchResponse>

/** Digits; one that is in no ebs, or longer than any there, is answered with a row that says so. */
const personCode = z.string().check(z.regex(/^\d{1,100}$/))

export const downloadRequest = z.object({
  personCodes: z.array(personCode).check(z.minLength(1), z.maxLength(limits.learners)),
})
export type DownloadRequest = z.infer<typeof downloadRequest>
