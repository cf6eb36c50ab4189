import * as z from 'zod/mini'

const accountSchema = z.object({ name: z.string(), role: z.string(), password: z.string() })

const settingsSchema = z.object({
  /** The page of the add-in's task pane. */
  paneUrl: z.string(),
  manifestUrl: z.string(),
  /** Links of the banner; those left out are not shown. */
  lrsControlUrl: z.optional(z.string()),
  ebsUrl: z.optional(z.string()),
  accounts: z._default(z.array(accountSchema), []),
})

export type PreviewSettings = z.infer<typeof settingsSchema>
export type Account = z.infer<typeof accountSchema>

/**
 * Reads what the server says of this preview.
 * @param address of `settings.json`
 * @throws when it cannot be had or is not of that shape; says which.
 */
export async function loadSettings(address: string): Promise<PreviewSettings> {
  const response = await fetch(address, { cache: 'no-store' })
  if (!response.ok) {
    throw new Error(`${address} answered ${String(response.status)}. Is the sandbox running?`)
  }
  const settings = settingsSchema.safeParse(await response.json())
  if (!settings.success) throw new Error(`${address} is not of the shape the preview reads.`)
  return settings.data
}
