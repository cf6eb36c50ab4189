/** The pages that signing in passes through, from the pane's own origin. */
export const signInPages = {
  redirect: '/assets/redirect.html',
  relay: '/assets/relay.html',
  dialog: '/assets/dialog.html',
} as const

interface Framed {
  readonly parent: Framed
  readonly location: { readonly origin: string }
}

/**
 * Whether a page of another origin frames this one, directly or further up. There the browser keeps
 * this page's storage and broadcast channels apart from those of its own popups.
 */
export function isUnderAnotherSite(page: Framed): boolean {
  const origin = page.location.origin
  for (let frame = page; frame !== frame.parent; frame = frame.parent) {
    try {
      if (frame.parent.location.origin !== origin) return true
    } catch {
      return true
    }
  }
  return false
}
