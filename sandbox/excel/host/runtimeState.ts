import * as z from 'zod/mini'

const stateSchema = z.object({
  Actions: z.array(
    z.object({
      Name: z.optional(z.string()),
      ArgumentInfo: z.optional(z.object({ Arguments: z.optional(z.array(z.unknown())) })),
    }),
  ),
})

/** Whether a batch is `Office.addin.showAsTaskpane` (true) or `hide` (false); null for any other. */
export function runtimeVisibility(body: string): boolean | null {
  if (!body.includes('"SetAppRuntimeState"')) return null
  const batch = stateSchema.safeParse(JSON.parse(body))
  if (!batch.success) return null
  const set = batch.data.Actions.find(({ Name }) => Name === 'SetAppRuntimeState')
  return set ? set.ArgumentInfo?.Arguments?.[0] === 'Visible' : null
}
