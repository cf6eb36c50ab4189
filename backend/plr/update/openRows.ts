import type { Decision, UpdateRequest } from '../../../contract/index.ts'
import { eventKey } from '../event/learningEvent.ts'
import type { RowKeys } from '../rowkey/rowKey.ts'
import type { LearnerWork, RowResult } from './ports.ts'
import { rowDigestOf } from './rowDigest.ts'

/** A row that can be judged. */
export type OpenRow = LearnerWork['asked'][number]

/** A row whose outcome is known without a look at ebs. */
export interface Settled extends RowResult {
  readonly rowKey: string
}

export interface OpenedRows {
  readonly open: readonly OpenRow[]
  readonly settled: readonly Settled[]
}

const reasons = {
  expired: 'This row was downloaded too long ago. Refresh, then update again.',
  unreadable:
    'This row’s key does not open here: it was changed, or comes from another college, environment or database. Download the learner again.',
  twice: 'Given twice: a newer download of the same learning event is in this update.',
} as const

/** How many keys are opened before others get their turn; opening one takes some 30 µs. */
const piece = 200

/** Opens the distinct row keys of a request; of two keys of one learning event the newer counts. */
export async function openRows(
  request: UpdateRequest,
  rowKeys: Pick<RowKeys, 'open'>,
  now: Date,
): Promise<OpenedRows> {
  const decisions = new Map((request.decisions ?? []).map((one) => [one.rowKey, one]))
  const settled: Settled[] = []
  const newest = new Map<string, OpenRow>()
  let opened = 0
  for (const rowKey of new Set(request.rowKeys)) {
    opened += 1
    if (opened % piece === 0) await new Promise((resolve) => setImmediate(resolve))
    const row = open(rowKey, rowKeys, now, decisions.get(rowKey) ?? null)
    if ('outcome' in row) {
      settled.push(row)
      continue
    }
    const key = `${row.content.personCode} ${eventKey(row.content.facts)}`
    const other = newest.get(key)
    const [kept, left] = other && isNewer(other, row) ? [other, row] : [row, other]
    newest.set(key, kept)
    if (left) settled.push(settle(left, 'skipped', reasons.twice))
  }
  return { open: [...newest.values()], settled }
}

/** The outcome of a row that is not written. */
export function settle(
  { rowKey, rowDigest, content }: OpenRow,
  outcome: 'skipped' | 'failed',
  reason: string,
): Settled {
  return { rowKey, rowDigest, personCode: content.personCode, outcome, reason }
}

function open(
  rowKey: string,
  rowKeys: Pick<RowKeys, 'open'>,
  now: Date,
  decision: Decision | null,
): OpenRow | Settled {
  const rowDigest = rowDigestOf(rowKey)
  const opened = rowKeys.open(rowKey, now)
  return opened.kind === 'open'
    ? { rowKey, rowDigest, content: opened.content, decision }
    : { rowKey, rowDigest, personCode: '0', outcome: 'failed', reason: reasons[opened.kind] }
}

/** The same whatever order the keys come in. */
function isNewer(one: OpenRow, other: OpenRow): boolean {
  const [a, b] = [one.content.answeredAt, other.content.answeredAt]
  return a === b ? one.rowKey < other.rowKey : a > b
}
