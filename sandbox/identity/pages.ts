import { accounts, password } from './accounts.ts'
import { escapeHtml, page } from '../html/page.ts'

const place = 'Sandbox College · sign-in'

const hint = `<div class="hint">Made-up people, for trying the add-in. The password of each is
<strong>${password}</strong>.<dl>${accounts
  .map(({ name, note }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(note)}</dd>`)
  .join('')}</dl></div>`

export interface SignInForm {
  /** Where the form goes. */
  readonly action: string
  readonly account: string
  /** Whether the last attempt failed. */
  readonly failed: boolean
}

/** The page with fields **Account** and **Password** and the button **Sign in**. */
export function signInPage({ action, account, failed }: SignInForm): string {
  const error = failed
    ? '<p class="error" role="alert" id="error">Account and password do not belong together. Try again.</p>'
    : ''
  const described = failed ? ' aria-invalid="true" aria-describedby="error"' : ''
  return page({
    title: 'Sign in',
    place,
    body: `<h1>Sign in</h1>${error}
<form method="post" action="${escapeHtml(action)}">
<label for="account">Account</label>
<input id="account" name="account" type="email" autocomplete="username" required${described}
 ${account === '' ? 'autofocus' : ''} value="${escapeHtml(account)}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}
 ${account === '' ? '' : 'autofocus'}>
<button type="submit">Sign in</button>
</form>${hint}`,
  })
}

/** Asks whether to sign out; `form` is the provider's own hidden form, with the id `op.logoutForm`. */
export function signOutPage(form: string): string {
  return page({
    title: 'Sign out',
    place,
    body: `<h1>Sign out?</h1>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button>`,
  })
}

export function signedOutPage(): string {
  return page({
    title: 'Signed out',
    place,
    body: '<h1>You are signed out</h1><p>You can close this window.</p>',
  })
}

/** Something went wrong that the person cannot mend here. */
export function errorPage(detail: string): string {
  return page({
    title: 'Sign-in did not work',
    place,
    body: `<h1>Sign-in did not work</h1><p role="alert">${escapeHtml(detail)}</p>
<p>Close this window and press <strong>Sign in</strong> again.</p>`,
  })
}
