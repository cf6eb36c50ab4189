import type { Outcome, PreviewFrame, UpdateRequest } from '../../../contract/index.ts'
import type { HoldingsReader } from '../compare/attainment.ts'
import type { Person } from '../learner/person.ts'
import { countOutcomes } from './counts.ts'
import type { JudgeLearner, Verdict } from './judge.ts'
import { screen } from './screen.ts'
import type { ScreenParts } from './screen.ts'

export interface PreviewParts extends ScreenParts {
  readonly holdings: HoldingsReader
  readonly judge: JudgeLearner
}

/** Learners whose records are read at once. */
const piece = 50

/** What an Update would do with each row, from the database alone: LRS is not asked. */
export async function* preview(
  parts: PreviewParts,
  request: UpdateRequest,
  person: Person,
  signal: AbortSignal,
): AsyncGenerator<PreviewFrame> {
  // How many learners it will be shows only once the keys are open, and nobody waits for that.
  yield { type: 'progress', done: 0, total: 0 }
  const { learners, settled } = await screen(parts, request, person)
  const total = learners.length
  yield { type: 'progress', done: 0, total }
  const outcomes: Outcome[] = []
  for (const { rowKey, outcome, reason } of settled) {
    outcomes.push(outcome)
    yield { type: 'row', rowKey, outcome, reason, changes: [], likelySame: null }
  }
  for (let at = 0; at < learners.length && !signal.aborted; at += piece) {
    const some = learners.slice(at, at + piece)
    const holdings = await parts.holdings.holdings(some.map((learner) => learner.personCode))
    for (const { personCode, asked } of some) {
      const held = holdings.get(personCode) ?? { attainments: [], links: new Map() }
      const verdicts = parts.judge(asked, held)
      for (const [index, { act, reason, changes, likelySame }] of verdicts.entries()) {
        const outcome = outcomeOf(act)
        outcomes.push(outcome)
        const rowKey = asked[index]?.rowKey ?? ''
        yield { type: 'row', rowKey, outcome, reason, changes: [...changes], likelySame }
      }
    }
    yield { type: 'progress', done: at + some.length, total }
  }
  yield countOutcomes(outcomes)
}

function outcomeOf({ kind }: Verdict['act']): Outcome {
  if (kind === 'insert') return 'inserted'
  return kind === 'update' ? 'updated' : kind
}
