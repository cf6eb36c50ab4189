import { publicConfig } from '../../../contract/index.ts'
import type { PublicConfig } from '../../../contract/index.ts'
import { whenDialogReady } from '../../office/host/dialogWindow.ts'
import type { DialogMessage } from './dialogMessage.ts'
import { createDialogStorage } from './inherited.ts'
import { createMsal } from './msal.ts'
import { endOf } from './popup.ts'

/**
 * The page of the Office dialog window: it goes to the sign-in service, comes back, and hands the
 * token to the pane. Its first load asks, its second (after the redirect) answers.
 */
async function run(config: PublicConfig, afresh: boolean): Promise<DialogMessage | null> {
  const options = { origin: window.location.origin, relay: false, cache: 'sessionStorage' as const }
  const storage = createDialogStorage(window.sessionStorage)
  storage.open()
  const msal = await createMsal(config, options)
  try {
    const result = await msal.handleRedirectPromise()
    if (result === null) {
      storage.leaving()
      const prompt = afresh ? { prompt: 'login' } : {}
      await msal.acquireTokenRedirect({ scopes: [config.scope], ...prompt })
      return null
    }
    const expires = result.expiresOn?.getTime() ?? Date.now()
    return { kind: 'signed-in', token: result.accessToken, expires }
  } catch (error) {
    const end = endOf(error)
    return { kind: 'failed', code: end.kind === 'failed' ? end.code : end.kind }
  }
}

async function start(): Promise<void> {
  const tellPane = await whenDialogReady()
  const afresh = new URLSearchParams(window.location.search).has('afresh')
  const answer = await fetch('/api/config')
  const message = await run(publicConfig.parse(await answer.json()), afresh)
  if (message) tellPane(JSON.stringify(message))
}

start().catch(() => {
  const note = document.getElementById('note')
  if (note) note.textContent = 'Signing in did not work. Close this window and try again in Excel.'
})
