import { request, type IncomingMessage } from 'node:http'
import { downloadFrame } from '../../contract/index.ts'
import type { BenchCollege } from './college.ts'

/** How long a download took, in ms from sending the request. */
export interface Downloaded {
  /** Until the first learner's rows. */
  readonly firstMs: number
  /** Until the last frame. */
  readonly lastMs: number
  readonly bytes: number
}

/** Downloads as a plain HTTP client and checks that every learner came with all rows. */
export async function download(
  { port, token }: BenchCollege,
  personCodes: readonly string[],
): Promise<Downloaded> {
  const startedAt = performance.now()
  const answer = await post(port, token, JSON.stringify({ personCodes }))
  let firstMs = Number.NaN
  let bytes = 0
  let tail = ''
  for await (const piece of answer) {
    const text = String(piece)
    bytes += text.length
    tail = (tail + text).slice(-2000)
    if (Number.isNaN(firstMs) && text.includes('"type":"learner"')) {
      firstMs = performance.now() - startedAt
    }
  }
  const lastMs = performance.now() - startedAt
  const last = downloadFrame.parse(JSON.parse(tail.trimEnd().split('\n').at(-1) ?? ''))
  const count = personCodes.length
  if (last.type !== 'done' || last.learners !== count || last.rows !== 15 * count) {
    throw new Error(`The download ended with ${JSON.stringify(last)}`)
  }
  return { firstMs, lastMs, bytes }
}

function post(port: number, token: string, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const path = '/api/downloads'
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, resolve)
    call.on('error', reject)
    call.end(body)
  })
}
