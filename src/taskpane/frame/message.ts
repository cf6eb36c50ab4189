import { ApiError } from '../../api/problem.ts'
import { WorkbookError } from '../../office/workbook/error.ts'

/** The one bar under the tabs: what happened, what to do, and a reference for support. */
export interface Message {
  readonly tone: 'info' | 'success' | 'warning' | 'error'
  readonly text: string
  readonly reference?: string | null
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** What a failure means to the person at the screen, and whom to ask. */
export function messageOf(error: unknown, supportContact: string): Message {
  if (error instanceof WorkbookError) return { tone: 'error', text: error.message }
  if (!(error instanceof ApiError)) {
    const text = `Something went wrong that should not. Try again; if it stays, ask ${supportContact}.`
    return { tone: 'error', text }
  }
  const { failure } = error
  switch (failure.kind) {
    case 'unreachable':
      return {
        tone: 'error',
        text: `The service does not answer. Check the network and try again; if it stays, ask ${supportContact}.`,
      }
    case 'unreadable':
      return {
        tone: 'error',
        text: `The service gave an answer that cannot be read (${String(failure.status)}). Reload the pane; if it stays, ask ${supportContact}.`,
      }
    case 'signed-out':
      return { tone: 'warning', text: 'Your sign-in has ended. Sign in again to go on.' }
    case 'problem':
      return {
        tone: failure.status >= 500 ? 'error' : 'warning',
        text: withContact(failure.detail, failure.status, supportContact),
        ...(concernsSupport(failure.status)
          ? { reference: failure.reference ?? failure.code }
          : {}),
      }
  }
}

/** A slip of the person at the screen is mended there: a reference would only send them to others. */
const concernsSupport = (status: number) => status >= 500 || status === 403

/** Refusals name whom to ask, unless the backend already did. */
function withContact(detail: string, status: number, supportContact: string): string {
  if (!concernsSupport(status)) return detail
  return detail.includes(supportContact) ? detail : `${detail} Ask ${supportContact}.`
}
