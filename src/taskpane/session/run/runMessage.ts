import type { Message } from '../../frame/message.ts'
import type { Words } from '../../words.ts'
import type { RunResult } from './runDownload.ts'

/**
 * What a finished run has to say: nothing when all is well, otherwise why it stopped, what stands,
 * and how to go on. `asBefore` are learners it did not come to whose rows of an earlier run still stand.
 */
export function runMessage(
  result: RunResult,
  asBefore: number,
  words: Words,
  goOn: () => void,
): Message | null {
  const { end } = result
  if (end.kind === 'done') {
    if (result.problems === 0) return null
    return {
      tone: 'warning',
      text: `${words.count(result.problems, 'learner')} ${result.problems === 1 ? 'has' : 'have'} a problem. Their rows say why; see Problems.`,
    }
  }
  if (end.kind === 'sheet-deleted') {
    return {
      tone: 'warning',
      text: 'The sheet was deleted while the download ran: the session has ended, and nothing of it is kept. A new download starts a new session.',
    }
  }
  const stands = standsNow(result.learners, asBefore, end.missing.length - asBefore, words)
  const action = { label: 'Go on', run: goOn }
  switch (end.kind) {
    case 'failed':
      return {
        tone: 'error',
        text: `The download stopped: ${end.detail} ${stands}`,
        reference: end.code,
        action,
      }
    case 'interrupted':
      return {
        tone: 'error',
        text: `The connection is lost. ${stands} Go on when it is back.`,
        action,
      }
    case 'cancelled':
      return { tone: 'info', text: `Cancelled. ${stands}`, action }
    case 'moving':
      return {
        tone: 'warning',
        text: `The sheet was sorted or edited whenever rows were to be written. ${stands} Go on when it rests.`,
        action,
      }
    case 'full':
      return {
        tone: 'warning',
        text: `The sheet is full. ${stands} Update and close this session first.`,
      }
    case 'workbook':
      return { tone: 'error', text: `${end.message} ${stands}`, action }
  }
}

/** "412 learners in the sheet, 588 learners missing." */
function standsNow(read: number, asBefore: number, missing: number, words: Words): string {
  const parts = [
    `${words.count(read, 'learner')} ${asBefore > 0 ? 'read anew' : 'in the sheet'}`,
    ...(asBefore > 0 ? [`${words.count(asBefore, 'learner')} as before`] : []),
    ...(missing > 0 ? [`${words.count(missing, 'learner')} missing`] : []),
  ]
  return `${parts.join(', ')}.`
}
