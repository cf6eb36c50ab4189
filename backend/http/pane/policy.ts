export interface PolicyAddresses {
  /** Where office.js is loaded from; it loads further scripts from the same folder. */
  readonly officeJsUrl: string
  /** The OIDC issuer: asked for its documents, and framed for silent sign-in. */
  readonly issuer: string
}

/**
 * The Content-Security-Policy of the pane's pages. There is no `frame-ancestors`: the pane lives in a
 * frame of Excel on the web, which itself may stand in a page of SharePoint, Teams or a portal, and
 * outside such a host it can do nothing (docs/decisions/0004-frames-and-policy.md).
 */
export function contentSecurityPolicy(nonce: string, addresses: PolicyAddresses): string {
  const office = new URL(addresses.officeJsUrl).origin
  const issuer = new URL(addresses.issuer).origin
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, office],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    // office.js writes style attributes of its own (its Tab markers and panels), new ones each release.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", issuer, office],
    // Writing an Excel file zips it in a worker that the library makes of a blob.
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'", issuer],
    'form-action': ["'self'", issuer],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`)
    .join('; ')
}
