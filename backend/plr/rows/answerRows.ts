import { withOtherNames, type GridRow } from '../../../contract/index.ts'
import type { Holdings } from '../compare/attainment.ts'
import type { CompareLearner } from '../compare/comparison.ts'
import type { LrsAnswer } from '../event/answer.ts'
import { eventKey } from '../event/learningEvent.ts'
import type { LearningEvent } from '../event/learningEvent.ts'
import type { LearnerProblem } from '../learner/eligibility.ts'
import type { FoundLearner, Learner } from '../learner/learner.ts'
import type { RowKeys } from '../rowkey/rowKey.ts'
import { eventRow } from './eventRow.ts'
import { gridRow } from './gridRow.ts'

/** What turning an answer into rows needs beside the answer. */
export interface RowMaking {
  readonly compare: CompareLearner
  readonly rowKeys: Pick<RowKeys, 'seal'>
}

type RowAnswer = Exclude<LrsAnswer, { kind: 'stopped' }>
type RecordAnswer = Extract<LrsAnswer, { kind: 'record' }>
type RefusedAnswer = Extract<LrsAnswer, { kind: 'refused' }>

/** The one row of a learner who was not sent to LRS. */
export function problemRow(found: FoundLearner, problem: LearnerProblem): GridRow {
  return gridRow(found, 'Problem', {
    errorCode: problem.code,
    errorDescription: problem.description,
    reason: problem.description,
  })
}

/** The rows of one learner's answer: one a learning event, or the one that says why there is none. */
export function answerRows(
  learner: Learner,
  answer: RowAnswer,
  holdings: Holdings,
  making: RowMaking,
): GridRow[] {
  const found: FoundLearner = { kind: 'learner', learner }
  switch (answer.kind) {
    case 'failed':
      return [
        gridRow(found, 'Problem', {
          errorCode: answer.errorCode,
          errorDescription: answer.errorDescription,
          reason: answer.advice,
        }),
      ]
    case 'refused':
      return [
        gridRow(found, 'Problem', {
          responseCode: answer.responseCode,
          responseDescription: answer.responseDescription,
          foundUln: answer.foundUln,
          reason: refusalReason(learner, answer),
        }),
      ]
    case 'record':
      return recordRows(learner, answer, holdings, making)
  }
}

function recordRows(
  learner: Learner,
  answer: RecordAnswer,
  holdings: Holdings,
  { compare, rowKeys }: RowMaking,
): GridRow[] {
  const found: FoundLearner = { kind: 'learner', learner }
  const { responseCode, responseDescription, foundUln } = answer
  const facts = { responseCode, responseDescription, foundUln }
  const events = withoutRepeats(answer.events)
  if (events.length === 0) {
    return [
      gridRow(found, 'None', { ...facts, reason: 'LRS knows the learner and holds no results.' }),
    ]
  }
  const comparisons = compare(events, holdings, answer.linked)
  return events.map((event, index) => {
    const comparison = comparisons[index]
    if (!comparison) throw new Error('A learning event was left without a comparison')
    const rowKey = rowKeys.seal({
      personCode: learner.personCode,
      askedUln: learner.uln ?? '',
      foundUln,
      answeredAt: Math.floor(answer.answeredAt.getTime() / 1000),
      facts: event,
      held: comparison.held,
      beside: comparison.beside,
    })
    return eventRow(found, facts, event, comparison, rowKey)
  })
}

/** The same Source and ID twice in one answer is one row (surface.md, Odd cases). */
function withoutRepeats(events: readonly LearningEvent[]): LearningEvent[] {
  return [...new Map(events.map((event) => [eventKey(event), event])).values()]
}

/** WSEC0208, not verified: the other names ebs holds help staff see which one LRS may know. */
function refusalReason(learner: Learner, answer: RefusedAnswer): string {
  if (answer.responseCode !== 'WSEC0208') return answer.advice
  const names = [
    ['previous surname', learner.previousSurname],
    ['surname at 16', learner.surnameAt16],
    ['known as', learner.knownAs],
  ]
  const others = names.filter(([, name]) => name).map(([label, name]) => `${label} ${name}`)
  return others.length === 0 ? answer.advice : withOtherNames(answer.advice, others)
}
