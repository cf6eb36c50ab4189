import type { Me } from '../../../contract/index.ts'
import { ApiError } from '../../api/problem.ts'
import type { WayName } from '../../api/signin/signIn.ts'
import type { SignInEnd } from '../../api/signin/way.ts'
import { messageOf } from '../frame/message.ts'
import type { Message } from '../frame/message.ts'
import type { Services } from '../services.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'

/** Who is at the screen, as far as the pane knows. */
export type AccountState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-out'; readonly message: Message | null }
  /** A window to sign in is open somewhere. */
  | { readonly kind: 'signing-in' }
  /** Signed in, but the backend does not let this person in, or could not be asked. */
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'signed-in'; readonly me: Me }

export interface Account {
  readonly state: Store<AccountState>
  /** Finds out whether somebody is signed in from before. */
  start(): Promise<void>
  signIn(way?: WayName): Promise<void>
  /** `keepsData`: downloaded rows stay in the workbook, and whoever opens it sees them. */
  signOut(keepsData: boolean): Promise<void>
  /** What the pane does when a call says that the sign-in has ended. */
  ended(): void
}

export function createAccount(services: Pick<Services, 'api' | 'signIn' | 'config'>): Account {
  const { api, signIn, config } = services
  const state = createStore<AccountState>({ kind: 'starting' })
  let attempt = 0

  const enter = async () => {
    try {
      state.set({ kind: 'signed-in', me: await api.me() })
    } catch (error) {
      if (error instanceof ApiError && error.failure.kind === 'signed-out') {
        state.set({ kind: 'signed-out', message: null })
      } else {
        state.set({ kind: 'refused', message: messageOf(error, config.supportContact) })
      }
    }
  }

  return {
    state,
    start: async () => {
      if (await signIn.resume()) await enter()
      else state.set({ kind: 'signed-out', message: null })
    },
    signIn: async (way) => {
      // A second attempt takes the place of the first, whose window may have been lost.
      const mine = (attempt += 1)
      state.set({ kind: 'signing-in' })
      const end = await signIn.signIn(way).catch((): SignInEnd => unloaded)
      if (mine !== attempt) return
      switch (end.kind) {
        case 'signed-in':
          await enter()
          break
        case 'cancelled':
          state.set({ kind: 'signed-out', message: null })
          break
        case 'blocked':
          state.set({ kind: 'signed-out', message: blockedMessage })
          break
        case 'failed':
          state.set({
            kind: 'signed-out',
            message: {
              tone: 'error',
              text: `Signing in did not work. Try again; if it stays, ask ${config.supportContact}.`,
              reference: end.code,
            },
          })
          break
      }
    },
    signOut: async (keepsData) => {
      attempt += 1
      // What could not be forgotten here is asked about at the next sign-in all the same.
      await signIn.signOut().catch(() => undefined)
      state.set({ kind: 'signed-out', message: keepsData ? keptMessage : null })
    },
    ended: () => {
      const message: Message = {
        tone: 'warning',
        text: 'Your sign-in has ended. Sign in again: the sheet and its session stay as they are.',
      }
      state.set({ kind: 'signed-out', message })
    },
  }
}

/** What signing in needs could not be loaded. */
const unloaded: SignInEnd = { kind: 'failed', code: 'not_loaded' }

const keptMessage: Message = {
  tone: 'warning',
  text: 'Signed out. The learners’ data stays in this workbook: to clear it, sign in again and choose Close.',
}

const blockedMessage: Message = {
  tone: 'warning',
  text: 'The sign-in window was not opened. Allow windows of this page, or use an Office window.',
}
