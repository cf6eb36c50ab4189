import type { Desk } from '../desk.ts'
import type { SessionRoom } from './openSession.ts'

/** Asks, then deletes the worksheet and everything kept for the session. */
export async function closeSession(desk: Desk, room: SessionRoom): Promise<void> {
  const now = room.state.get()
  if (now.kind === 'damaged') {
    await now.close()
    room.leave()
    return
  }
  if (now.kind !== 'open') return
  const { kind } = await desk.services.workbook.savedState()
  const userColumns = await now.session.userColumns()
  const answer = await desk.questions.ask<'close' | 'keep'>((tell) => ({
    kind: 'close',
    userColumns,
    saved: kind !== 'unsaved',
    answer: tell,
  }))
  if (answer === 'keep') return
  await now.session.close()
  room.leave()
  desk.message.set({ tone: 'success', text: 'Closed. The downloaded data is cleared.' })
}
