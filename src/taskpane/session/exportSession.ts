import { ApiError } from '../../api/problem.ts'
import type { Desk } from '../desk.ts'
import type { ExportAnswer } from '../frame/questions.ts'
import type { SessionRoom } from './openSession.ts'

/** Asks for kind and contents, tells the trail, and hands over the file. */
export async function exportSession(desk: Desk, room: SessionRoom): Promise<void> {
  const now = room.state.get()
  if (now.kind !== 'open') return
  const { api, clock, makeFile, saveFile } = desk.services
  const choice = await desk.questions.ask<ExportAnswer | 'cancel'>((tell) => ({
    kind: 'export',
    rows: now.counts.rows,
    answer: tell,
  }))
  if (choice === 'cancel') return
  const { kind, personalDetails } = choice
  await desk.work.run('Exporting', null, async () => {
    const table = await now.session.readForExport({ personalDetails })
    const notice = { kind, rows: table.rows.length, learners: table.learners, personalDetails }
    await api.noteExport(notice).catch((error: unknown) => {
      // A backend that keeps no trail of exports yet has no such route; any other refusal holds.
      const missing =
        error instanceof ApiError &&
        error.failure.kind === 'problem' &&
        error.failure.status === 404
      if (!missing) throw error
    })
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const content = await makeFile(kind, table)
    await saveFile({ name: `${now.session.sheetName} ${day}.${kind}`, content })
  })
}
