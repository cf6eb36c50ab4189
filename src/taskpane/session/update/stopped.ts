import type { Desk } from '../../desk.ts'
import { messageOf } from '../../frame/message.ts'
import type { Message } from '../../frame/message.ts'
import type { Words } from '../../words.ts'
import type { Unmarked } from './markRows.ts'
import type { UpdateResult } from './runUpdate.ts'

type Stopped = Exclude<UpdateResult['end'], { kind: 'done' }>

/** Why an update stopped before its end, and what stands of it: `done` says how many rows do. */
export function whyStopped(end: Stopped, done: string, desk: Pick<Desk, 'services'>): Message {
  const rest = `${done} processed so far stand as they are; the rest was not written.`
  // What the backend wrote while nobody listened is told when the same run is gone on with.
  const unheard = `${done} processed so far stand as they are. A few more may be written: Go on tells which, and does the rest.`
  switch (end.kind) {
    case 'interrupted':
      return { tone: 'error', text: `The connection is lost. ${unheard}` }
    case 'cancelled':
      return { tone: 'info', text: `Cancelled. ${unheard}` }
    case 'failed':
      return { tone: 'error', text: `${end.detail} ${rest}`, reference: end.code }
    case 'refused': {
      const refusal = messageOf(end.error, desk.services.config.supportContact)
      return { ...refusal, text: `${refusal.text} ${rest}` }
    }
  }
}

/** What ebs has and the sheet does not show, and how it will. */
export function unshownWords({ rows, error }: Unmarked, words: Words): string {
  const where = `the sheet does not show it on ${words.count(rows, 'row')}`
  // Without its worksheet the session has ended: there is nothing to read anew.
  const then = error.code === 'sheet-missing' ? '' : ' Refresh then reads the session anew.'
  return `ebs has what was updated, but ${where}. ${error.message}${then}`
}
