import { Writable } from 'node:stream'
import { expect, it } from '@jest/globals'
import { createLogger } from './log.ts'

/** What one call writes. */
function logged(fields: Record<string, unknown>): string {
  const lines: string[] = []
  const out = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString())
      done()
    },
  })
  createLogger('info', out).info(fields, 'said')
  return lines.join('')
}

it('says of an error what it is and where, and nothing of what it carries along', () => {
  const cause = Object.assign(new Error('the socket was cut'), { config: { data: '<xml>secret' } })
  const err = Object.assign(new TypeError('no answer', { cause }), {
    code: 'ECONNRESET',
    config: { data: '<Password>secret', headers: { authorization: 'Bearer secret' } },
    detail: 'Key (unique_learn_no)=(secret) already exists.',
  })
  const line = logged({ err })
  expect(JSON.parse(line)).toMatchObject({
    msg: 'said',
    err: {
      type: 'TypeError',
      message: 'no answer: the socket was cut',
      stack: expect.stringContaining('log.test.ts'),
      code: 'ECONNRESET',
    },
  })
  expect(line).not.toContain('secret')
})

it('leaves out what is personal or secret, should somebody log a whole object', () => {
  const learner = { personCode: '1042', uln: 'secret', surname: 'secret', dateOfBirth: 'secret' }
  const line = logged({
    learner,
    password: 'secret',
    req: { headers: { authorization: 'secret' } },
  })
  expect(line).not.toContain('secret')
  expect(line).toContain('1042')
})
