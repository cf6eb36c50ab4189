import type { Me } from '../../contract/index.ts'
import { ApiError } from '../api/problem.ts'
import { messageOf } from './frame/message.ts'
import type { Message } from './frame/message.ts'
import type { Questions } from './frame/questions.ts'
import type { Work } from './frame/work.ts'
import type { Services } from './services.ts'
import type { Store } from './store.ts'
import type { Words } from './words.ts'

/** What every action of somebody signed in has at hand. */
export interface Desk {
  readonly services: Services
  readonly me: Me
  readonly words: Words
  readonly work: Work
  readonly questions: Questions
  /** The one message bar. */
  readonly message: Store<Message | null>
  /** Runs an action; what it throws becomes the message, an ended sign-in the sign-in screen. */
  guard(action: () => Promise<void>): Promise<void>
}

export function createDesk(parts: Omit<Desk, 'guard'>, signedOut: () => void): Desk {
  const guard = async (action: () => Promise<void>) => {
    try {
      await action()
    } catch (error) {
      if (error instanceof ApiError && error.failure.kind === 'signed-out') signedOut()
      else parts.message.set(messageOf(error, parts.services.config.supportContact))
    }
  }
  return { ...parts, guard }
}
