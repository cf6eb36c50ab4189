import type { Desk } from '../desk.ts'
import type { SessionRoom } from './openSession.ts'

/** Asks, then deletes the worksheet and everything kept for the session. */
export async function closeSession(desk: Desk, room: SessionRoom): Promise<void> {
  const now = room.state.get()
  if (now.kind !== 'open' && now.kind !== 'damaged') return
  const { kind } = await desk.services.workbook.savedState()
  // Of a session whose grid is lost nobody can say which columns are whose.
  const userColumns = now.kind === 'open' ? await now.session.userColumns() : []
  const answer = await desk.questions.ask<'close' | 'keep'>((tell) => ({
    kind: 'close',
    userColumns,
    saved: kind !== 'unsaved',
    answer: tell,
  }))
  if (answer === 'keep') return
  await (now.kind === 'open' ? now.session.close() : now.close())
  room.leave()
  desk.message.set({ tone: 'success', text: 'Closed. The downloaded data is cleared.' })
}
