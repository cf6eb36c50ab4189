import type { ListedLearner } from '../../../contract/index.ts'
import type { Session } from '../../office/workbook/port.ts'
import type { Desk } from '../desk.ts'
import type { SessionRoom } from '../session/openSession.ts'
import type { Runs } from '../session/run/runs.ts'
import { needConfirming } from './chosen.ts'

/**
 * Everything between the button and the first row: who has not seen the privacy notice, what becomes
 * of a session that is open, whether this workbook may hold one, whether there is room. `onStart` is
 * called when rows begin to arrive.
 */
export async function startDownload(
  desk: Desk,
  room: SessionRoom,
  runs: Runs,
  learners: readonly ListedLearner[],
  onStart: () => void,
): Promise<void> {
  const chosen = await confirmNotice(desk, learners)
  if (!chosen || chosen.length === 0) return
  const personCodes = chosen.map(({ personCode }) => personCode)
  const session = await sessionFor(desk, room)
  if (!session) return
  const fits = await session.room(personCodes)
  if (fits.kind !== 'fits') {
    const { number } = desk.words
    const text =
      fits.kind === 'too-many-learners'
        ? `With this download the session would hold ${number(fits.would)} learners; it holds ${number(fits.most)} at most. Close it or start again.`
        : `The session holds ${number(fits.rows)} rows already; it holds ${number(fits.most)} at most. Close it or start again.`
    desk.message.set({ tone: 'warning', text })
    return
  }
  onStart()
  await runs.download(session, personCodes)
}

async function confirmNotice(
  desk: Desk,
  learners: readonly ListedLearner[],
): Promise<readonly ListedLearner[] | null> {
  const named = needConfirming(learners, desk.me)
  if (named.length === 0) return learners
  const answer = await desk.questions.ask<'all' | 'without' | 'cancel'>((tell) => ({
    kind: 'privacy-notice',
    learners: named,
    total: learners.length,
    answer: tell,
  }))
  if (answer === 'cancel') return null
  if (answer === 'all') return learners
  const left = new Set(named.map(({ personCode }) => personCode))
  return learners.filter(({ personCode }) => !left.has(personCode))
}

/** The session the rows go into: the open one, or a new one; null when the person cancels. */
async function sessionFor(desk: Desk, room: SessionRoom): Promise<Session | null> {
  const { kind } = room.state.get()
  if (kind === 'looking' || kind === 'unread') await room.look()
  const now = room.state.get()
  if (now.kind === 'damaged') {
    desk.message.set({ tone: 'warning', text: `${now.why} Close the session first.` })
    return null
  }
  if (now.kind === 'open') {
    const userColumns = await now.session.userColumns()
    const answer = await desk.questions.ask<'add' | 'again' | 'cancel'>((tell) => ({
      kind: 'session-open',
      learners: now.counts.learners,
      userColumns,
      mayAdd: !now.foreign,
      answer: tell,
    }))
    if (answer === 'cancel') return null
    if (answer === 'add') return now.session
  }
  if (!(await workbookMayHold(desk))) return null
  if (now.kind === 'open') {
    await now.session.close()
    room.leave()
  }
  return room.begin()
}

/** Excel keeps what is on a worksheet: asked before the first row, when the workbook is saved. */
async function workbookMayHold(desk: Desk): Promise<boolean> {
  const { workbook } = desk.services
  const { kind } = await workbook.savedState()
  if (kind === 'unsaved' || desk.me.savedWorkbook === 'allow') return true
  const answer = await desk.questions.ask<'new' | 'use' | 'cancel'>((tell) => ({
    kind: 'saved-workbook',
    autosaved: kind === 'autosaved',
    mayUse: desk.me.savedWorkbook === 'ask',
    answer: tell,
  }))
  if (answer === 'new') await workbook.newWorkbook()
  return answer === 'use'
}
