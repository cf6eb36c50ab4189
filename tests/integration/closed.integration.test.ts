import { describe, expect, it } from '@jest/globals'
import { me, problem } from '../../contract/index.ts'
import { createApi } from '../support/api.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

describe('a closed feature', () => {
  it(
    'without a licence starts, says so in me, and refuses the rest',
    async () => {
      const sandbox = await startTestSandbox({ learners: 0, backend: { LICENCES: '' } })
      try {
        const api = await createApi(sandbox)
        const about = me.parse((await api.ask('/api/me')).body)
        expect(about).toMatchObject({ licence: false, closed: { code: 'licence-missing' } })
        const { status, body } = await api.ask('/api/learners/fields')
        expect([status, problem.parse(body).code]).toEqual([403, 'licence-missing'])
        expect((await api.ask('/api/config')).status).toBe(200)
        expect((await api.ask('/api/updates')).status).toBe(200)
      } finally {
        await sandbox.stop()
      }
    },
    startingMs,
  )

  it(
    'with writing off previews, and refuses to update',
    async () => {
      const sandbox = await startTestSandbox({ learners: 0, backend: { EBS_WRITE: 'off' } })
      try {
        const api = await createApi(sandbox)
        expect(me.parse((await api.ask('/api/me')).body).write.on).toBe(false)
        const refused = await api.ask('/api/updates', {
          body: { rowKeys: ['1.abc'] },
          headers: { 'idempotency-key': 'x' },
        })
        expect([refused.status, problem.parse(refused.body).code]).toEqual([403, 'write-off'])
        expect(
          (await api.ask('/api/updates/preview', { body: { rowKeys: ['1.abc'] } })).status,
        ).toBe(200)
      } finally {
        await sandbox.stop()
      }
    },
    startingMs,
  )
})
