import * as z from 'zod/mini'
import { limits } from './limits.ts'

// The condition tree of a learner search (surface.md, Conditions); operator names are react-querybuilder's.

/** Operators that compare with a value. */
const comparing = [
  '=',
  '!=',
  'contains',
  'beginsWith',
  'endsWith',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'in',
] as const
/** Operators that compare with none. */
const valueless = ['null', 'notNull'] as const
export const operators = [...comparing, ...valueless] as const
export type Operator = (typeof operators)[number]

const scalar = z.union([z.string(), z.boolean()])
const valueExpected = `one text, or a list of at most ${limits.inValues}`
const value = z.optional(
  z.nullable(z.union([scalar, z.array(scalar).check(z.maxLength(limits.inValues))], valueExpected)),
)
/** Whatever a form left beside `null` and `notNull` is dropped here: it is neither judged nor kept. */
const ignored = z.pipe(
  z.optional(z.unknown()),
  z.transform((): undefined => undefined),
)

export interface ConditionRule {
  field: string
  operator: Operator
  value?: z.infer<typeof value>
}

export const conditionRule: z.ZodMiniType<ConditionRule> = z.union([
  z.object({ field: z.string(), operator: z.enum(comparing), value }),
  z.object({ field: z.string(), operator: z.enum(valueless), value: z.optional(ignored) }),
])

export interface ConditionGroup {
  combinator: 'and' | 'or'
  not?: boolean | undefined
  rules: (ConditionRule | ConditionGroup)[]
}

export const conditionGroup: z.ZodMiniType<ConditionGroup> = z.lazy(() =>
  z.object({
    combinator: z.enum(['and', 'or']),
    not: z.optional(z.boolean()),
    rules: z.array(z.union([conditionRule, conditionGroup])),
  }),
)

export const fieldTypes = ['text', 'date', 'number', 'boolean', 'choice'] as const

export const learnerField = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  operators: z.array(z.enum(operators)),
  values: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  matches: z.optional(z.enum(['case', 'case and accents'])),
})
export const learnerFields = z.object({ fields: z.array(learnerField) })
export type LearnerField = z.infer<typeof learnerField>

export const savedCondition = z.object({
  id: z.guid(),
  name: z.string(),
  shared: z.boolean(),
  condition: conditionGroup,
})
export const savedConditions = z.object({ conditions: z.array(savedCondition) })
export const savedConditionBody = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  shared: z.boolean(),
  condition: conditionGroup,
})
export type SavedCondition = z.infer<typeof savedCondition>
