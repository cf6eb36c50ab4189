import { z } from 'zod'
import shippedGrades from './grades.json' with { type: 'json' }
import shippedJunk from './junk.json' with { type: 'json' }

/** How far Update goes where ebs already holds something; ebs's own import overwrites. */
export const policies = ['overwrite', 'fill-blanks', 'better-grade'] as const
export type Policy = (typeof policies)[number]

const junkRule = z
  .object({
    is: z.string().min(1).optional(),
    beginsWith: z.string().min(1).optional(),
    contains: z.string().min(1).optional(),
    reason: z.string().min(1),
    on: z.boolean(),
  })
  .refine(
    (rule) => [rule.is, rule.beginsWith, rule.contains].filter((text) => text).length === 1,
    'a rule has one of is, beginsWith and contains',
  )
const junkRules = z.object({ titles: z.array(junkRule), grades: z.array(junkRule) })
const gradeScales = z.object({
  scales: z.array(z.object({ name: z.string(), grades: z.array(z.string().min(1)).min(2) })),
})

export type JunkRule = z.infer<typeof junkRule>
export type JunkRules = z.infer<typeof junkRules>
export type GradeScales = z.infer<typeof gradeScales>

/** Everything a college can say about comparing, beside the mapping. */
export interface CompareRules {
  readonly junk: JunkRules
  readonly grades: GradeScales
  readonly policy: Policy
}

/**
 * The comparison rules: the shipped ones, or what a college puts in their place.
 * @throws ZodError naming the entry at fault when a given file is not one of ours.
 */
export function readRules(
  given: {
    readonly junk?: unknown
    readonly grades?: unknown
    readonly policy?: Policy | undefined
  } = {},
): CompareRules {
  return {
    junk: junkRules.parse(given.junk ?? shippedJunk),
    grades: gradeScales.parse(given.grades ?? shippedGrades),
    policy: given.policy ?? 'overwrite',
  }
}
