import * as z from 'zod/mini'
import { callService, type ServiceOutcome, type ServicePage } from './services.ts'

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

type Batch = z.infer<typeof batchSchema>
type Action = Batch['Actions'][number]

const rootPath = 1
const servicePath = 2
const instantiate = 1
const trace = 5

/** What the library writes beside batches that are for Excel's page rather than for the workbook. */
const pagePartition = 'WacPartition'

export interface ServiceAnswer {
  readonly body: string
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

/** The batch, if all it speaks to is Excel's own; null for one that is the workbook's. */
function readServiceBatch(partition: unknown, body: string): Batch | null {
  if (partition !== pagePartition && !body.includes('"ObjectPathType":2')) return null
  const batch = batchSchema.safeParse(parse(body))
  if (!batch.success) return null
  const kinds = new Set(Object.values(batch.data.ObjectPaths).map((path) => path.ObjectPathType))
  const ours = partition === pagePartition || (kinds.has(servicePath) && !kinds.has(rootPath))
  return ours ? batch.data : null
}

/** `Service.Method`; the root of these batches is what the library calls `WacWorkbook`. */
function memberOf({ Name: method = '', ObjectPathId: id }: Action, paths: Batch['ObjectPaths']) {
  const path = paths[String(id)]
  const root = path?.ObjectPathType === rootPath
  const service = root ? 'WacWorkbook' : (path?.Name?.split('.').at(-1) ?? '')
  return `${service}.${method}`
}

const refusal = (outcome: Exclude<ServiceOutcome, { kind: 'done' }>, member: string) =>
  outcome.kind === 'refused'
    ? { Code: outcome.code, Message: outcome.message }
    : { Code: 'ApiNotFound', Message: `${member} is not played by this host.` }

/**
 * Answers a batch that speaks to services of Excel's own instead of the workbook, as the library does
 * at start-up, for `Office.addin` and for `Excel.createWorkbook`.
 * @param partition the first element of the request, which says whom it is for
 * @returns null for a batch that is the workbook's
 */
export function answerServices(
  partition: unknown,
  body: string,
  page: ServicePage,
): ServiceAnswer | null {
  const batch = readServiceBatch(partition, body)
  if (!batch) return null
  const { Actions: actions, ObjectPaths: paths } = batch
  const results: { ActionId: number; Value: unknown }[] = []
  const traces: number[] = []

  for (const [index, action] of actions.entries()) {
    const { Id: id, ActionType: kind } = action
    if (kind === trace) traces.push(id)
    if (kind === trace || kind === instantiate) {
      results.push({ ActionId: id, Value: kind === trace ? null : {} })
      continue
    }
    const member = memberOf(action, paths)
    const outcome = callService(member, page, action.ArgumentInfo?.Arguments ?? [])
    if (outcome.kind !== 'done') {
      const where = { Location: member, ActionIndex: index, HttpStatusCode: 400 }
      const answer = {
        Error: { ...refusal(outcome, member), ...where },
        ProcessedResults: { Results: results, TraceIds: traces },
      }
      return {
        body: JSON.stringify(answer),
        missing: outcome.kind === 'missing' ? member : null,
      }
    }
    results.push({ ActionId: id, Value: outcome.value })
  }
  return { body: JSON.stringify({ Results: results, TraceIds: traces }), missing: null }
}
