import { LogLevel, ProtocolMode, PublicClientApplication } from '@azure/msal-browser'
import type { PublicConfig } from '../../../contract/index.ts'
import { signInPages } from './pages.ts'

/** How long somebody may take to sign in, with a second factor and a forgotten password. */
const patienceMs = 5 * 60_000

/**
 * msal for this backend's issuer, in plain OIDC mode so that it works with Microsoft Entra ID and
 * any other issuer alike.
 * @param origin of the pane's own pages
 * @param relay whether popups go through the relay page (see `isUnderAnotherSite`)
 */
export async function createMsal(
  config: PublicConfig,
  options: { origin: string; relay: boolean; cache: 'localStorage' | 'sessionStorage' },
): Promise<PublicClientApplication> {
  const { origin, relay, cache } = options
  const msal = new PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.issuer,
      knownAuthorities: [config.issuer],
      redirectUri: origin + signInPages.redirect,
      ...(relay
        ? { popupRelayUri: origin + signInPages.relay, popupRelayProtocolVersion: 2 as const }
        : {}),
    },
    cache: { cacheLocation: cache },
    system: {
      protocolMode: ProtocolMode.OIDC,
      popupBridgeTimeout: patienceMs,
      // Nothing of signing in is written to the console: it would hold names and addresses.
      loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false },
    },
  })
  await msal.initialize()
  return msal
}
