import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser'
import { ApiError } from '../problem.ts'
import type { SignInEnd, Way } from './way.ts'

/** The part of msal that signing in by popup needs. */
export type Msal = Pick<
  IPublicClientApplication,
  | 'acquireTokenPopup'
  | 'acquireTokenSilent'
  | 'getActiveAccount'
  | 'setActiveAccount'
  | 'getAllAccounts'
  | 'clearCache'
>

const blocked = new Set(['popup_window_error', 'empty_window_error'])
/** The sign-in service could not be asked: whoever was signed in still is. */
const unanswered = new Set([
  'endpoints_resolution_error',
  'get_request_failed',
  'network_error',
  'no_network_connectivity',
  'openid_config_error',
  'post_request_failed',
])
const cancelled = new Set(['user_cancelled', 'interaction_in_progress_cancelled'])

/** What an error of msal means to the person at the screen. */
export function endOf(error: unknown): SignInEnd {
  const code = codeOf(error)
  if (blocked.has(code)) return { kind: 'blocked' }
  if (cancelled.has(code)) return { kind: 'cancelled' }
  return { kind: 'failed', code }
}

function codeOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'errorCode' in error
  return named && typeof error.errorCode === 'string' ? error.errorCode : 'unexpected'
}

/** Signing in through a popup of the page, and renewing silently from what msal remembers. */
export function createPopupWay(load: () => Promise<Msal>, scope: string): Way {
  const scopes = [scope]
  const silent = async (forceRefresh: boolean): Promise<string> => {
    const msal = await load()
    const account = msal.getActiveAccount() ?? msal.getAllAccounts()[0]
    if (!account) throw new ApiError({ kind: 'signed-out' })
    let result: AuthenticationResult
    try {
      result = await msal.acquireTokenSilent({ scopes, account, forceRefresh })
    } catch (error) {
      // msal's own error may carry the account: only its code is looked at.
      const kind = unanswered.has(codeOf(error)) ? 'unreachable' : 'signed-out'
      throw new ApiError({ kind })
    }
    return result.accessToken
  }
  return {
    resume: () =>
      silent(false).then(
        () => true,
        () => false,
      ),
    signIn: async (afresh) => {
      const msal = await load()
      try {
        const { account } = await msal.acquireTokenPopup({
          scopes,
          overrideInteractionInProgress: true,
          ...(afresh ? { prompt: 'login' } : {}),
        })
        // msal may remember somebody whose sign-in ended before: this person's tokens are meant now.
        msal.setActiveAccount(account)
        return { kind: 'signed-in' }
      } catch (error) {
        return endOf(error)
      }
    },
    token: () => silent(false),
    renew: () => silent(true),
    forget: async () => {
      await (await load()).clearCache()
    },
  }
}
