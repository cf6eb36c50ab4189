import { someUlns } from '../tests/lrs/people.ts'
import type { LrsLink } from '../backend/lrs/lrs.ts'
import type { BenchResult } from './result.ts'
import { startService, type BenchService } from './lrs/service.ts'
import { soapClient } from './lrs/soapClient.ts'

const callMs = 150
const inFlight = 20
const ulns = someUlns(1000)
/** Calls until Node has compiled what it is going to compile. */
const warmUp = 1000

/** The LRS client against what LRS itself takes, and against the soap package. */
export async function lrsBench(): Promise<BenchResult[]> {
  const service = await startService()
  try {
    const cpu = await cpuPerCall(service)
    await service.setDelay(callMs)
    return [
      await download(service, 1000, 'of 1000 learners', 1.1),
      await download(service, 100, 'of 100 learners', (5 * callMs + 300) / (5 * callMs)),
      await firstAnswer(service),
      cpu,
    ]
  } finally {
    await service.close()
  }
}

async function ask(lrs: LrsLink, uln: string): Promise<number> {
  const answer = await lrs.ask(
    { uln, givenName: 'Ada', familyName: 'Example', dateOfBirth: null },
    { person: 'bench', userName: 'bench' },
    new AbortController().signal,
  )
  if (answer.kind !== 'record') throw new Error(`The simulator answered ${JSON.stringify(answer)}`)
  return answer.events.length
}

async function download(
  service: BenchService,
  count: number,
  name: string,
  limit: number,
): Promise<BenchResult> {
  const lrs = service.client()
  await ask(lrs, ulns[0] ?? '')
  const startedAt = performance.now()
  const events = await Promise.all(ulns.slice(0, count).map((uln) => ask(lrs, uln)))
  const ms = performance.now() - startedAt
  lrs.close()
  const ideal = (count / inFlight) * callMs
  return {
    name: `LRS: download ${name}, 15 events each, ${inFlight} in flight`,
    ratio: ms / ideal,
    limit,
    unit: '× ideal',
    detail: `${Math.round(ms)} ms for ${events.reduce((sum, each) => sum + each)} events; ideal ${ideal} ms`,
  }
}

async function firstAnswer(service: BenchService): Promise<BenchResult> {
  const lrs = service.client()
  const startedAt = performance.now()
  const asked = ulns.slice(0, 200).map((uln) => ask(lrs, uln))
  await Promise.race(asked)
  const ms = performance.now() - startedAt
  await Promise.all(asked)
  lrs.close()
  return {
    name: 'LRS: first answer of a cold client',
    ratio: ms / callMs,
    limit: 2,
    unit: '× one call',
    detail: `${Math.round(ms)} ms; one call ${callMs} ms`,
  }
}

/** CPU of building, sending and decoding, against the soap package, in turns on one server. */
async function cpuPerCall(service: BenchService): Promise<BenchResult> {
  await service.setDelay(0)
  const lrs = service.client()
  const soap = await soapClient(service)
  const ours = (uln: string) => ask(lrs, uln)
  await cpuOf(ours, warmUp)
  await cpuOf(soap, warmUp)
  const rounds: { mine: number; theirs: number }[] = []
  for (let round = 0; round < 7; round += 1) {
    rounds.push({ mine: await cpuOf(ours, 200), theirs: await cpuOf(soap, 200) })
  }
  // The median round: what else runs on the machine hits single rounds.
  rounds.sort((one, other) => one.mine / one.theirs - other.mine / other.theirs)
  const { mine, theirs } = rounds[3] ?? { mine: NaN, theirs: NaN }
  lrs.close()
  return {
    name: 'LRS: CPU of one call',
    ratio: mine / theirs,
    limit: 0.5,
    unit: '× soap package',
    detail: `${mine.toFixed(2)} ms against ${theirs.toFixed(2)} ms a call`,
  }
}

/** CPU of one call in ms, over so many calls, 10 at a time. */
async function cpuOf(call: (uln: string) => Promise<number>, calls: number): Promise<number> {
  const before = process.cpuUsage()
  let next = 0
  const worker = async () => {
    while (next < calls) await call(ulns[next++] ?? '')
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / calls
}
