import type { FastifyInstance } from 'fastify'
import { exportNotice } from '../../../contract/index.ts'
import type { ExportNotice } from '../../../contract/index.ts'
import type { Person } from '../../plr/learner/person.ts'
import { parsedOrRefused } from '../body.ts'
import { personOf } from '../gate.ts'

/** Writes into the trail that somebody is about to make a file of downloaded data. */
export type RecordExport = (notice: ExportNotice, person: Person) => Promise<void>

/** `POST /api/exports`: told before the file is made. */
export function exportsRoutes(app: FastifyInstance, recordExport: RecordExport): void {
  app.post('/api/exports', { config: { access: 'any-role' } }, async (request, reply) => {
    const notice = parsedOrRefused(exportNotice, request.body, reply)
    if (!notice) return reply
    await recordExport(notice, personOf(request))
    return reply.code(204).send()
  })
}
