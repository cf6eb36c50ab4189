import * as z from 'zod/mini'

/** `GET /api/config`: what the pane needs before anyone has signed in. */
export const publicConfig = z.object({
  issuer: z.string(),
  clientId: z.string(),
  scope: z.string(),
  audience: z.string(),
  environmentName: z.string(),
  supportContact: z.string(),
})
export type PublicConfig = z.infer<typeof publicConfig>

const count = z.int()

/** `GET /api/me`: who is asking and what they may do here now. */
export const me = z.object({
  name: z.string(),
  role: z.enum(['Admin', 'User']),
  licence: z.boolean(),
  certificateExpires: z.nullable(z.string()),
  limits: z.object({
    learners: count,
    rowKeys: count,
    learnersPerRequest: count,
    rowKeysPerRequest: count,
    sessionLearners: count,
    sessionRows: count,
  }),
  write: z.object({ on: z.boolean(), reason: z.nullable(z.string()) }),
  closed: z.nullable(z.object({ code: z.string(), detail: z.string() })),
  /** SESSION_IN_SAVED_WORKBOOK: whether a session may live in a workbook that is saved somewhere. */
  savedWorkbook: z.enum(['ask', 'allow', 'refuse']),
  /** Whether learners who have not seen the privacy notice are asked about or held back. */
  noticeRequired: z.boolean(),
})
export type Me = z.infer<typeof me>
export type Role = Me['role']
