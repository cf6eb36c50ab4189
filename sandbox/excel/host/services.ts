import * as z from 'zod/mini'

const batchSchema = z.object({
  Actions: z.array(
    z.object({
      Id: z.number(),
      ActionType: z.number(),
      Name: z.optional(z.string()),
      ObjectPathId: z.optional(z.number()),
      ArgumentInfo: z.optional(z.object({ Arguments: z.optional(z.array(z.unknown())) })),
    }),
  ),
  ObjectPaths: z.record(
    z.string(),
    z.object({ ObjectPathType: z.number(), Name: z.optional(z.string()) }),
  ),
})

const servicePath = 2
const instantiate = 1
const trace = 5

/** What the services can do: `Service.Method` → what it answers. */
const answers: Readonly<Record<string, unknown>> = {
  'AddinInternalService.NotifyActionHandlerReady': null,
  'AppRuntimeService.SetAppRuntimeState': null,
  'AppRuntimePersistenceService.SetAppRuntimeStartState': null,
  'AppRuntimePersistenceService.GetAppRuntimeStartState': 'Inactive',
}

export interface ServiceAnswer {
  readonly body: string
  /** `Office.addin.showAsTaskpane` (true) or `hide` (false); null when the pane stays as it is. */
  readonly visible: boolean | null
  /** A member these services do not have here, or null. */
  readonly missing: string | null
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/**
 * Answers a batch that speaks to services of Excel's own instead of the workbook, as the library does
 * at start-up and for `Office.addin`.
 * @returns null for a batch that is the workbook's
 */
export function answerServices(body: string): ServiceAnswer | null {
  if (!body.includes('"ObjectPathType":2')) return null
  const batch = batchSchema.safeParse(parse(body))
  if (!batch.success) return null
  const { Actions: actions, ObjectPaths: paths } = batch.data
  const kinds = new Set(Object.values(paths).map(({ ObjectPathType }) => ObjectPathType))
  if (!kinds.has(servicePath) || kinds.has(1)) return null

  const results: { ActionId: number; Value: unknown }[] = []
  let visible: boolean | null = null
  for (const [index, action] of actions.entries()) {
    const path = paths[String(action.ObjectPathId)]
    const plain = action.ActionType === instantiate || action.ActionType === trace
    const service = path?.Name?.split('.').at(-1) ?? ''
    const member = `${service}.${action.Name ?? ''}`
    const known = path?.ObjectPathType === servicePath && member in answers
    if (!plain && !known) {
      const error = {
        Code: 'ApiNotFound',
        Message: `${member} is not played by this host.`,
        Location: member,
        ActionIndex: index,
        HttpStatusCode: 400,
      }
      const refused = { Error: error, ProcessedResults: { Results: results, TraceIds: [] } }
      return { body: JSON.stringify(refused), visible, missing: member }
    }
    if (member === 'AppRuntimeService.SetAppRuntimeState') {
      visible = action.ArgumentInfo?.Arguments?.[0] === 'Visible'
    }
    const value = action.ActionType === instantiate ? {} : plain ? null : answers[member]
    results.push({ ActionId: action.Id, Value: value })
  }
  const traces = actions.filter(({ ActionType }) => ActionType === trace).map(({ Id }) => Id)
  return { body: JSON.stringify({ Results: results, TraceIds: traces }), visible, missing: null }
}
