import type { Me } from '../../../contract/index.ts'
import type { Words } from '../words.ts'
import type { Message } from './message.ts'

/** From so many days before its end the LRS certificate is spoken of. */
const warnFromDays = 30
const dayMs = 86_400_000

export interface Opening {
  readonly supportContact: string
  readonly words: Pick<Words, 'day'>
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * What has to be said as soon as somebody is in: that the feature is closed, what is missing and whom
 * to ask; or, to an Admin, that the certificate for LRS ends soon.
 */
export function openingMessage(me: Me, { supportContact, words, now }: Opening): Message | null {
  if (me.closed) {
    const { detail, code } = me.closed
    const text = detail.includes(supportContact) ? detail : `${detail} Ask ${supportContact}.`
    return { tone: 'warning', text, reference: code }
  }
  if (me.role !== 'Admin' || me.certificateExpires === null) return null
  const days = Math.floor((Date.parse(me.certificateExpires) - now) / dayMs)
  if (days >= warnFromDays) return null
  const left = days < 1 ? 'today' : days === 1 ? 'tomorrow' : `in ${String(days)} days`
  const day = words.day(me.certificateExpires.slice(0, 10))
  return {
    tone: 'warning',
    text: `The certificate for the Learning Records Service expires ${left}, on ${day}. Ask ${supportContact} to install a new one before then.`,
  }
}
