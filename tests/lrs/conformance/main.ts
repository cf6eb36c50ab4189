/**
 * `npm run lrs:conformance`: prints requests and answers for the testers of LRS (docs/going-live.md),
 * from the simulator, or with `-- --live people.json` from the test service that LRS_URL names.
 */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { simulatedCases } from './cases.ts'
import type { ConformanceCase } from './case.ts'
import { readCases, readLive } from './live.ts'
import { reportCase, reportHead } from './report.ts'
import { runCases, type WatchedClient } from './run.ts'
import { startSimulated } from './simulated.ts'

/** Prints all cases; the exit code is 0 when each came out as expected. */
async function print(
  url: string,
  cases: readonly ConformanceCase[],
  client: WatchedClient,
  userName: string,
): Promise<number> {
  let wrong = 0
  let number = 0
  process.stdout.write(`${reportHead(url, new Date())}\n`)
  for await (const result of runCases(cases, client, userName)) {
    number += 1
    if (result.complaints.length > 0) wrong += 1
    process.stdout.write(`${reportCase(result, number)}\n`)
  }
  process.stdout.write(`${number - wrong} of ${number} cases as expected.\n`)
  return wrong === 0 ? 0 : 1
}

async function simulated(): Promise<number> {
  const client = await startSimulated()
  try {
    return await print(client.url, simulatedCases, client, 'jane.admin')
  } finally {
    await client.close()
  }
}

async function confirmed(url: string, count: number): Promise<boolean> {
  const { host } = new URL(url)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    `This sends ${count} requests to ${host}, for the learners of your file. ` +
      `They must be test learners that LRS gave you.\nType ${host} to go on: `,
  )
  terminal.close()
  return answer.trim() === host
}

async function live(path: string): Promise<number> {
  const cases = readCases(path)
  const read = readLive(process.env)
  if (read.kind === 'refused') {
    process.stderr.write(`${read.why}\n`)
    return 1
  }
  try {
    if (await confirmed(read.url, cases.length)) {
      return await print(read.url, cases, read.client, read.userName)
    }
    process.stderr.write('Nothing was sent.\n')
    return 1
  } finally {
    read.client.lrs.close()
  }
}

const { values } = parseArgs({ options: { live: { type: 'string' } } })
process.exitCode = await (values.live === undefined ? simulated() : live(values.live))
