/** How an attempt to sign in ended. */
export type SignInEnd =
  | { readonly kind: 'signed-in' }
  /** The person closed the window. */
  | { readonly kind: 'cancelled' }
  /** The window could not be opened. */
  | { readonly kind: 'blocked' }
  /** `code` is the sign-in service's own word for it: support needs it, nobody else does. */
  | { readonly kind: 'failed'; readonly code: string }

/** One way to get a token: a popup of the page, or a dialog window of Office. */
export interface Way {
  /** Whether somebody is still signed in from before; asks nobody. */
  resume(): Promise<boolean>
  /** Opens the sign-in page. `afresh` asks for the password even if the service remembers one. */
  signIn(afresh: boolean): Promise<SignInEnd>
  /** A token that is good now. Throws `ApiError` signed-out when only a person can help. */
  token(): Promise<string>
  /** A new token, whatever the old one says. Throws as `token` does. */
  renew(): Promise<string>
  /** Forgets the person on this machine. */
  forget(): Promise<void>
}
