import { runPopupRelay } from '@azure/msal-browser/popup-relay'
import * as z from 'zod/mini'
import { publicConfig } from '../../../contract/index.ts'

/**
 * The page between a pane that a page of another site frames and the sign-in service: it opens the
 * service in a window of its own and passes the answer back to the pane. Browsers open that window
 * only on a click, hence the button.
 */
const discovery = z.object({ authorization_endpoint: z.url() })

async function authorityOrigin(): Promise<string> {
  const config = publicConfig.parse(await (await fetch('/api/config')).json())
  const issuer = config.issuer.replace(/\/$/, '')
  const found = await fetch(`${issuer}/.well-known/openid-configuration`)
  return new URL(discovery.parse(await found.json()).authorization_endpoint).origin
}

async function prepare(button: HTMLButtonElement, note: HTMLElement): Promise<void> {
  const allowedAuthorityOrigins = [await authorityOrigin()]
  button.addEventListener('click', () => {
    button.disabled = true
    note.textContent = 'Sign in in the window that has just opened. This one closes by itself.'
    runPopupRelay({ protocolVersion: 2, allowedAuthorityOrigins })
  })
  button.disabled = false
  button.focus()
}

const button = document.getElementById('continue')
const note = document.getElementById('note')
if (button instanceof HTMLButtonElement && note) {
  prepare(button, note).catch(() => {
    note.textContent = 'The sign-in service does not answer. Close this window and try again later.'
  })
}
