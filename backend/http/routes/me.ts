import type { FastifyInstance } from 'fastify'
import { limits } from '../../../contract/index.ts'
import type { Me, PublicConfig } from '../../../contract/index.ts'
import type { Closed } from '../gate.ts'
import { personOf } from '../gate.ts'

export interface MeDependencies {
  readonly publicConfig: PublicConfig
  readonly licence: boolean
  /** When the LRS client certificate expires; null when it cannot be read. */
  readonly certificateExpires: () => Date | null
  readonly closed: () => Closed | null
  readonly write: { readonly on: boolean; readonly reason: string | null }
  readonly savedWorkbook: Me['savedWorkbook']
  readonly noticeRequired: boolean
}

/** `GET /api/config` and `GET /api/me`. */
export function meRoutes(app: FastifyInstance, dependencies: MeDependencies): void {
  app.get('/api/config', (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send(dependencies.publicConfig),
  )

  app.get(
    '/api/me',
    { config: { access: 'any-role', openWhenClosed: true } },
    (request, reply): Promise<Me> => {
      const person = personOf(request)
      reply.header('Cache-Control', 'no-store')
      return Promise.resolve({
        name: person.name,
        role: person.role,
        licence: dependencies.licence,
        certificateExpires: dependencies.certificateExpires()?.toISOString() ?? null,
        limits: {
          learners: limits.learners,
          rowKeys: limits.rowKeys,
          learnersPerRequest: limits.learnersPerRequest,
          rowKeysPerRequest: limits.rowKeysPerRequest,
          sessionLearners: limits.sessionLearners,
          sessionRows: limits.sessionRows,
        },
        write: dependencies.write,
        closed: dependencies.closed(),
        savedWorkbook: dependencies.savedWorkbook,
        noticeRequired: dependencies.noticeRequired,
      })
    },
  )
}
