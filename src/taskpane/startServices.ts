import { createApi } from '../api/client.ts'
import { systemClock } from '../api/clock.ts'
import { createDialogWay } from '../api/signin/dialogWay.ts'
import type { DialogEnd } from '../api/signin/dialogWay.ts'
import { isUnderAnotherSite } from '../api/signin/pages.ts'
import { createPopupWay } from '../api/signin/popup.ts'
import type { Msal } from '../api/signin/popup.ts'
import { createSignIn, storedMark } from '../api/signin/signIn.ts'
import type { SignIn } from '../api/signin/signIn.ts'
import type { PublicConfig } from '../../contract/index.ts'
import { officeGlobals } from '../office/globals.ts'
import type { Host } from '../office/host/port.ts'
import { createWorkbook } from '../office/workbook/workbook.ts'
import { makeFile, saveFile } from './files.ts'
import type { Services } from './services.ts'

/** The page was opened outside of Excel. */
export class ElsewhereError extends Error {}

/** Puts the real services together, once Office is ready and the backend told how to sign in. */
export async function startServices(host: Host): Promise<Services> {
  const info = await host.ready()
  if (info.kind === 'elsewhere') throw new ElsewhereError()
  const newId = () => crypto.randomUUID()
  const signedIn: { now: SignIn | null } = { now: null }
  const signIn = () => {
    if (signedIn.now) return signedIn.now
    throw new Error('A token was asked for before anybody could sign in')
  }
  const api = createApi({
    baseUrl: '',
    tokens: { current: () => signIn().current(), renew: () => signIn().renew() },
    clock: systemClock,
    fetch: window.fetch.bind(window),
    newId,
  })
  const config = await api.config()
  signedIn.now = signInFor(config, host, info.platform)
  return {
    config,
    api,
    signIn: signedIn.now,
    workbook: createWorkbook(officeGlobals()),
    host,
    clock: systemClock,
    makeFile,
    saveFile,
    newId,
  }
}

/** Popups where the browser has them; on a desktop, where it has not, a dialog window of Office. */
function signInFor(config: PublicConfig, host: Host, platform: string): SignIn {
  const { origin } = window.location
  let msal: Promise<Msal> | null = null
  const load = () => {
    msal ??= import('../api/signin/msal.ts').then(({ createMsal }) =>
      createMsal(config, { origin, relay: isUnderAnotherSite(window), cache: 'localStorage' }),
    )
    msal.catch(() => {
      msal = null
    })
    return msal
  }
  const openDialog = async (url: string): Promise<DialogEnd> => {
    const opened = await host.openDialog({ url, width: 30, height: 60 })
    if (opened.kind === 'refused') {
      return { kind: opened.why === 'ignored' ? 'closed' : 'blocked' }
    }
    const end = await opened.result
    opened.close()
    return end
  }
  const ways = {
    popup: createPopupWay(load, config.scope),
    dialog: createDialogWay(openDialog, origin, systemClock),
  }
  const preferred = platform === 'OfficeOnline' ? 'popup' : 'dialog'
  return createSignIn(
    ways,
    preferred,
    storedMark(() => window.localStorage),
  )
}
