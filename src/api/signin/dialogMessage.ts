import * as z from 'zod/mini'

/** What the sign-in dialog tells the pane, and nothing else. */
const dialogMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in'), token: z.string(), expires: z.number() }),
  z.object({ kind: z.literal('failed'), code: z.string() }),
])
export type DialogMessage = z.infer<typeof dialogMessage>

/** The message in a text that came from the dialog window, or null when it is none of ours. */
export function readDialogMessage(text: string): DialogMessage | null {
  try {
    const parsed = dialogMessage.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
