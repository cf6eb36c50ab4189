import type { LrsLink } from '../../../backend/lrs/lrs.ts'
import type { Exchange } from '../../../backend/lrs/options.ts'
import type { LrsAnswer } from '../../../backend/plr/event/answer.ts'
import { complaintsAbout } from '../schema/complaints.ts'
import { request } from '../schema/service.ts'
import { codeOf, type ConformanceCase } from './case.ts'

/** A client whose exchanges are kept as they go over the wire. */
export interface WatchedClient {
  readonly lrs: LrsLink
  /** Flips the switches of a simulator; nothing on the real service. */
  setSwitches(list: string): void
  /** The exchanges since this was last called. */
  takeExchanges(): readonly Exchange[]
}

export interface CaseResult {
  readonly asked: ConformanceCase
  readonly exchanges: readonly Exchange[]
  readonly answer: LrsAnswer
  /** What is not as it should be. */
  readonly complaints: readonly string[]
}

/** Asks case after case, one at a time. */
export async function* runCases(
  cases: readonly ConformanceCase[],
  client: WatchedClient,
  userName: string,
): AsyncGenerator<CaseResult> {
  const never = new AbortController().signal
  for (const asked of cases) {
    client.setSwitches(asked.switches ?? '')
    const asker = { person: 'conformance', userName }
    const answer = await client.lrs.ask(asked.question, asker, never)
    const exchanges = client.takeExchanges()
    yield { asked, exchanges, answer, complaints: complaintsOf(asked, exchanges, answer) }
  }
}

function complaintsOf(
  { expected }: ConformanceCase,
  exchanges: readonly Exchange[],
  answer: LrsAnswer,
): string[] {
  const code = codeOf(answer)
  return [
    ...exchanges.flatMap((exchange) => complaintsAbout(exchange.request, request)),
    ...(exchanges.length === 0 ? ['nothing was sent'] : []),
    ...(answer.kind === expected.kind && code === expected.code
      ? []
      : [
          `expected ${expected.kind} ${expected.code}, got ${answer.kind} ${code ?? 'without a code'}`,
        ]),
  ]
}
