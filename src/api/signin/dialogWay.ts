import type { Clock } from '../clock.ts'
import { ApiError } from '../problem.ts'
import { readDialogMessage } from './dialogMessage.ts'
import { signInPages } from './pages.ts'
import type { Way } from './way.ts'

/** How a dialog window of Office ended: with a message, closed by hand, or never opened. */
export type DialogEnd =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'blocked' }

/** Opens a dialog window of Office at this address and answers with its first message. */
export type OpenDialog = (url: string) => Promise<DialogEnd>

/** A token this close to its end is not sent any more. */
const spareMs = 60_000

/**
 * Signing in through a dialog window of Office, where popups do not work. The token lives in memory
 * alone; when it ends, the person is asked again (the sign-in service mostly answers by itself).
 */
export function createDialogWay(openDialog: OpenDialog, origin: string, clock: Clock): Way {
  let held: { token: string; expires: number } | null = null
  const signedOut = () => Promise.reject<string>(new ApiError({ kind: 'signed-out' }))
  return {
    resume: () => Promise.resolve(held !== null),
    signIn: async (afresh) => {
      const url = origin + signInPages.dialog + (afresh ? '?afresh=1' : '')
      const end = await openDialog(url)
      if (end.kind === 'blocked') return { kind: 'blocked' }
      if (end.kind === 'closed') return { kind: 'cancelled' }
      const message = readDialogMessage(end.text)
      if (message === null) return { kind: 'failed', code: 'unreadable_message' }
      if (message.kind === 'failed') return message
      held = message
      return { kind: 'signed-in' }
    },
    token: () =>
      held !== null && held.expires - spareMs > clock.now()
        ? Promise.resolve(held.token)
        : signedOut(),
    renew: signedOut,
    forget: () => {
      held = null
      return Promise.resolve()
    },
  }
}
