import type { Tokens } from '../authorised.ts'
import type { SignInEnd, Way } from './way.ts'

export type WayName = 'popup' | 'dialog'

/** Signing in and out, and the tokens that come of it. */
export interface SignIn extends Tokens {
  /** Whether somebody is still signed in from before; asks nobody. */
  resume(): Promise<boolean>
  /** Opens the sign-in page; without a way named, in the one that suits this Excel. */
  signIn(way?: WayName): Promise<SignInEnd>
  /**
   * Forgets the person here and asks for the password the next time. It leaves the sign-in
   * service's own session alone: in Excel on the web that is the session of Excel itself.
   */
  signOut(): Promise<void>
}

/** Remembers over a reload that the person signed out, so that the next sign-in asks who it is. */
export interface SignedOutMark {
  get(): boolean
  set(signedOut: boolean): void
}

export function createSignIn(
  ways: Readonly<Record<WayName, Way>>,
  preferred: WayName,
  mark: SignedOutMark,
): SignIn {
  let used: WayName = preferred
  const attempt = async (way: WayName): Promise<SignInEnd> => {
    const end = await ways[way].signIn(mark.get())
    if (end.kind === 'signed-in') {
      used = way
      mark.set(false)
    }
    return end
  }
  return {
    // Asked in any case: it also loads what a click on Sign in needs, and a window opened long after
    // the click is blocked.
    resume: async () => (await ways[used].resume()) && !mark.get(),
    signIn: async (way) => {
      const first = way ?? preferred
      const end = await attempt(first)
      return end.kind === 'blocked' && first === 'popup' ? attempt('dialog') : end
    },
    signOut: async () => {
      mark.set(true)
      // Whoever a dialog window stood in for the popup may be remembered by the popup from before.
      const tried = new Set([used, preferred])
      used = preferred
      await Promise.all([...tried].map((way) => ways[way].forget()))
    },
    current: () => ways[used].token(),
    renew: () => ways[used].renew(),
  }
}

/**
 * The mark of signing out, kept in the browser's own storage; in memory where a browser that blocks
 * storage in framed pages refuses it.
 */
export function storedMark(storage: () => Storage): SignedOutMark {
  const key = 'ebs-plr.signed-out'
  let remembered = false
  const orMemory = <T>(work: (store: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  return {
    get: () => orMemory((store) => store.getItem(key) !== null, remembered),
    set: (signedOut) => {
      remembered = signedOut
      orMemory((store) => {
        if (signedOut) store.setItem(key, '1')
        else store.removeItem(key)
      }, undefined)
    },
  }
}
