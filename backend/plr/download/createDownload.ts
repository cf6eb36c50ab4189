import { setMaxListeners } from 'node:events'
import type { DownloadFrame, GridRow } from '../../../contract/index.ts'
import type { Holdings, HoldingsReader } from '../compare/attainment.ts'
import type { Lrs, LrsAnswer } from '../event/answer.ts'
import { problemOf, questionOf } from '../learner/eligibility.ts'
import type { EligibilityRules } from '../learner/eligibility.ts'
import type { FoundLearner, Learner, LearnerFinder } from '../learner/learner.ts'
import type { Person } from '../learner/person.ts'
import { answerRows, problemRow } from '../rows/answerRows.ts'
import type { RowMaking } from '../rows/answerRows.ts'
import type { Download } from './download.ts'
import { holdingsInPieces } from './holdingsInPieces.ts'
import { pump } from './pump.ts'

export interface DownloadDependencies extends RowMaking {
  readonly learners: LearnerFinder
  readonly holdings: HoldingsReader
  readonly lrs: Lrs
  readonly rules: EligibilityRules
  /** The name LRS shall show in the learner's access audit for this person. */
  readonly lrsUserName: (person: Person) => Promise<string>
  /** How many learners to have waiting or in flight; LRS's own gate decides how many really are. */
  readonly lookAhead: number
}

type Answered =
  | { readonly kind: 'rows'; readonly personCode: string; readonly rows: GridRow[] }
  | Extract<LrsAnswer, { kind: 'stopped' }>

/**
 * A download as design.md has it: learners without a problem are asked of LRS, each answer becomes
 * rows compared with ebs; one learner's trouble is their own row, a problem of the institution or the
 * service ends the stream with `failed`, and what came before stands.
 */
export function createDownload(dependencies: DownloadDependencies): Download {
  return async function* download(personCodes, person, signal): AsyncGenerator<DownloadFrame> {
    const codes = [...new Set(personCodes)]
    const total = codes.length
    const count = { learners: 0, rows: 0, problems: 0 }
    // A hundred frames of progress tell as much as a thousand, and each is a write of its own.
    const step = Math.ceil(total / 100)
    yield { type: 'progress', done: 0, total }

    const found = await dependencies.learners.find(codes, person.visibility)
    const { held, ready } = sorted(codes, found, dependencies.rules)
    const tell = function* (personCode: string, rows: GridRow[]): Generator<DownloadFrame> {
      count.learners += 1
      count.rows += rows.length
      if (rows.some((row) => row.status === 'Problem')) count.problems += 1
      yield { type: 'learner', personCode, rows }
      if (count.learners % step === 0 || count.learners === total) {
        yield { type: 'progress', done: count.learners, total }
      }
    }
    for (const { personCode, row } of held) yield* tell(personCode, [row])

    // Its own signal, so that one `stopped` answer also ends the calls still in flight.
    const calls = new AbortController()
    const stop = AbortSignal.any([signal, calls.signal])
    // Every call in flight or waiting listens to it: more than Node's guard against leaks expects.
    setMaxListeners(0, stop)
    const ask = await asker(dependencies, person, ready, stop)
    try {
      for await (const answered of pump(ready, dependencies.lookAhead, ask)) {
        if (answered.kind === 'stopped') {
          yield { type: 'failed', code: answered.code, detail: answered.detail }
          return
        }
        yield* tell(answered.personCode, answered.rows)
      }
    } finally {
      calls.abort()
    }
    yield { type: 'done', ...count }
  }
}

interface Held {
  readonly personCode: string
  readonly row: GridRow
}

function sorted(
  codes: readonly string[],
  found: ReadonlyMap<string, FoundLearner>,
  rules: EligibilityRules,
): { held: Held[]; ready: Learner[] } {
  const held: Held[] = []
  const ready: Learner[] = []
  for (const personCode of codes) {
    const learner: FoundLearner = found.get(personCode) ?? { kind: 'unknown', personCode }
    const problem = problemOf(learner, rules)
    if (problem) held.push({ personCode, row: problemRow(learner, problem) })
    else if (learner.kind === 'learner') ready.push(learner.learner)
  }
  return { held, ready }
}

async function asker(
  dependencies: DownloadDependencies,
  person: Person,
  ready: readonly Learner[],
  signal: AbortSignal,
): Promise<(learner: Learner) => Promise<Answered>> {
  const { lrs, holdings } = dependencies
  const userName = await dependencies.lrsUserName(person)
  const holdingsOf: (personCode: string) => Promise<Holdings> = holdingsInPieces(
    holdings,
    ready.map((learner) => learner.personCode),
  )
  return async (learner) => {
    const asked = { person: person.subject, userName }
    // Read while LRS is asked, so that its answer waits for nothing.
    const held = holdingsOf(learner.personCode)
    held.catch(() => undefined)
    const answer = await lrs.ask(questionOf(learner), asked, signal)
    if (answer.kind === 'stopped') return answer
    const rows = answerRows(learner, answer, await held, dependencies)
    return { kind: 'rows', personCode: learner.personCode, rows }
  }
}
