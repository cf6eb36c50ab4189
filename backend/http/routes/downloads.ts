import type { FastifyInstance } from 'fastify'
import { downloadRequest } from '../../../contract/index.ts'
import type { Download } from '../../plr/download/download.ts'
import { parsedOrRefused } from '../body.ts'
import { personOf } from '../gate.ts'
import { sendProblem } from '../problem.ts'
import { sendStream, whenGone } from '../stream.ts'
import type { Turnstile } from '../turnstile.ts'

export interface DownloadsDependencies {
  readonly download: Download
  /** DOWNLOADS_AT_ONCE for each person. */
  readonly turnstile: Turnstile
}

/** `POST /api/downloads`: learners of one request as frames. */
export function downloadsRoutes(
  app: FastifyInstance,
  { download, turnstile }: DownloadsDependencies,
): void {
  app.post('/api/downloads', { config: { access: 'any-role' } }, async (request, reply) => {
    const wanted = parsedOrRefused(downloadRequest, request.body, reply)
    if (!wanted) return reply
    const person = personOf(request)
    const gone = whenGone(reply)
    const leave = await turnstile.enter(person.subject)
    if (!leave) {
      reply.header('Retry-After', '5')
      return sendProblem(reply, {
        status: 429,
        code: 'downloads-at-once',
        detail:
          'You have as many downloads running as are allowed. Wait until one of them is done.',
      })
    }
    reply.raw.once('close', leave)
    if (gone.aborted) leave()
    return sendStream(reply, download(wanted.personCodes, person, gone), gone)
  })
}
