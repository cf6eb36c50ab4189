import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { accountNamed, password } from './accounts.ts'
import { pagePolicy } from '../html/page.ts'
import { errorPage, signInPage } from './pages.ts'

const largestForm = 10_000

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > largestForm) return null
  }
  return new URLSearchParams(text)
}

/**
 * The page `/interaction/{uid}`: shows the sign-in form, and takes it.
 * @param formTargets origins that a successful sign-in may end at
 * @returns a handler that says whether the request was for it
 */
export function createSignIn(provider: Provider, formTargets: readonly string[]) {
  const show = (response: ServerResponse, status: number, html: string) => {
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy(formTargets),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    response.end(html)
  }

  const take = async (request: IncomingMessage, response: ServerResponse, action: string) => {
    const form = await readForm(request)
    const typed = form?.get('account') ?? ''
    const account = accountNamed(typed)
    if (account === null || form?.get('password') !== password) {
      show(response, 200, signInPage({ action, account: typed, failed: true }))
      return
    }
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: account.subject } },
      { mergeWithLastSubmission: false },
    )
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const action = request.url?.split('?')[0] ?? ''
    if (!action.startsWith('/interaction/')) return false
    try {
      const { params } = await provider.interactionDetails(request, response)
      if (request.method === 'POST') await take(request, response, action)
      else {
        const hint = typeof params.login_hint === 'string' ? params.login_hint : ''
        show(response, 200, signInPage({ action, account: hint, failed: false }))
      }
    } catch {
      show(response, 400, errorPage('This page is too old, or the browser refuses cookies.'))
    }
    return true
  }
}
