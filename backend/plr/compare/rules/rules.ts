import { z } from 'zod'
import shippedGrades from './grades.json' with { type: 'json' }
import shippedJunk from './junk.json' with { type: 'json' }

/** How far Update goes where ebs already holds something; ebs's own import overwrites. */
export const policies = ['overwrite', 'fill-blanks', 'better-grade'] as const
export type Policy = (typeof policies)[number]

const junkRule = z
  .strictObject({
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
const about = z.string().optional()

/** The shape of `junk.json`: which learning events say nothing. */
export const junkRules = z.strictObject({
  about,
  titles: z.array(junkRule),
  grades: z.array(junkRule),
})

/** The shape of `grades.json`: which grade is lower than which. */
export const gradeScales = z.strictObject({
  about,
  scales: z.array(
    z.strictObject({ name: z.string().min(1), grades: z.array(z.string().min(1)).min(2) }),
  ),
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

/** What a college puts in the place of the shipped rules. */
export type GivenRules = { readonly [Rule in keyof CompareRules]?: CompareRules[Rule] | undefined }

/** The comparison rules: the shipped ones, or what a college puts in their place. */
export function readRules({ junk, grades, policy }: GivenRules = {}): CompareRules {
  return {
    junk: junk ?? junkRules.parse(shippedJunk),
    grades: grades ?? gradeScales.parse(shippedGrades),
    policy: policy ?? 'overwrite',
  }
}
