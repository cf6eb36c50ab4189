import type { Message } from '../../frame/message.ts'
import type { Words } from '../../words.ts'
import type { RunResult } from './runDownload.ts'

/**
 * What a finished run has to say: nothing when all is well, otherwise why it stopped, what stands,
 * and how to go on.
 */
export function runMessage(result: RunResult, words: Words, goOn: () => void): Message | null {
  const { end } = result
  const stands = `${words.count(result.learners, 'learner')} in the sheet`
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
  const left = words.count(end.missing.length, 'learner')
  const action = { label: 'Go on', run: goOn }
  switch (end.kind) {
    case 'failed':
      return {
        tone: 'error',
        text: `The download stopped: ${end.detail} ${stands}, ${left} missing.`,
        reference: end.code,
        action,
      }
    case 'interrupted':
      return {
        tone: 'error',
        text: `The connection is lost. ${stands}, ${left} missing. Go on when it is back.`,
        action,
      }
    case 'cancelled':
      return { tone: 'info', text: `Cancelled. ${stands}, ${left} missing.`, action }
    case 'full':
      return {
        tone: 'warning',
        text: `The sheet is full. ${stands}, ${left} missing. Update and close this session first.`,
      }
    case 'workbook':
      return { tone: 'error', text: `${end.message} ${stands}, ${left} missing.`, action }
  }
}
