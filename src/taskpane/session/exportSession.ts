import { ApiError } from '../../api/problem.ts'
import type { ExportTable } from '../../office/workbook/port.ts'
import { calendarDay } from '../calendarDay.ts'
import type { Desk } from '../desk.ts'
import type { ExportAnswer } from '../frame/questions.ts'
import type { SessionRoom } from './openSession.ts'

/** Asks for kind and contents, tells the trail, hands over the file, and says what is not in it. */
export async function exportSession(desk: Desk, room: SessionRoom): Promise<void> {
  const now = room.state.get()
  if (now.kind !== 'open') return
  const { session } = now
  const { api, clock, makeFile, saveFile } = desk.services
  const choice = await desk.questions.ask<ExportAnswer | 'cancel'>((tell) => ({
    kind: 'export',
    rows: now.counts.rows,
    answer: tell,
  }))
  if (choice === 'cancel') return
  desk.message.set(null)
  const { kind, personalDetails } = choice
  await desk.work.run('Exporting', null, async ({ signal }) => {
    const table = await session.readForExport({ personalDetails })
    const theirs = await session.userColumns()
    if (signal.aborted) return
    const notice = { kind, rows: table.rows.length, learners: table.learners, personalDetails }
    await api.noteExport(notice).catch((error: unknown) => {
      // A backend that keeps no trail of exports yet has no such route; any other refusal holds.
      const missing =
        error instanceof ApiError &&
        error.failure.kind === 'problem' &&
        error.failure.status === 404
      if (!missing) throw error
    })
    const name = `${session.sheetName} ${calendarDay(new Date(clock.now()))}.${kind}`
    const content = await makeFile(kind, table)
    if (signal.aborted) return
    await saveFile({ name, content })
    const text = `${desk.words.count(table.rows.length, 'row')} saved as “${name}”.`
    desk.message.set({ tone: 'success', text: `${text}${leftOut(table, theirs, personalDetails)}` })
  })
}

/** The user's own columns that are not in the file, by name, and why. */
function leftOut(
  { columns }: ExportTable,
  theirs: readonly string[],
  personalDetails: boolean,
): string {
  const taken = new Set(columns.map(({ heading }) => heading))
  const left = theirs.filter((heading) => !taken.has(heading))
  if (left.length === 0) return ''
  const why = personalDetails ? 'they stand beside the grid' : 'they may hold personal details'
  return ` Your own columns are not in it, because ${why}: ${left.join(', ')}.`
}
