/** The nonce this page was served with: the content security policy lets only its styles in. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ??
  document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ??
  ''

/**
 * Globals that Fluent UI reads before anything else of it runs. An empty font address keeps it from
 * asking Microsoft's servers for fonts, a hundred times a page.
 */
Object.assign(window, {
  CSPSettings: { nonce },
  FabricConfig: { fontBaseUrl: '', mergeStyles: { cspSettings: { nonce } } },
})
