import type { Decision } from '../../../../contract/index.ts'
import type { PreviewRow } from '../../../api/preview.ts'
import type { RowValues, Session } from '../../../office/workbook/port.ts'
import type { Desk } from '../../desk.ts'
import { previewKeys } from '../selection/previewKeys.ts'
import { needsDecision } from '../selection/summary.ts'
import type { Decided } from './decided.ts'
import { rowToDecide } from './rowToDecide.ts'
import type { RowToDecide } from './rowToDecide.ts'

/**
 * Shows these rows, as far as they are selected and still need a decision, and keeps what is decided.
 * False when the person thought better of it.
 */
export async function askDecisions(
  desk: Desk,
  { session, decided }: { readonly session: Session; readonly decided: Decided },
  rowKeys: readonly string[],
): Promise<boolean> {
  const rows = await desk.work.look('Comparing with ebs', async (signal) =>
    gather(desk, await cellsOf(session, new Set(rowKeys)), decided, signal),
  )
  if (rows === null) return false
  const answer = await desk.questions.ask<readonly Decision[] | 'cancel'>((tell) => ({
    kind: 'decisions',
    rows,
    answer: tell,
  }))
  if (answer === 'cancel') return false
  const whys = new Map(rows.map(({ rowKey, reason }) => [rowKey, reason]))
  decided.keep(answer.map((decision) => ({ decision, why: whys.get(decision.rowKey) ?? null })))
  return true
}

/** What the sheet says of these rows, by row key, in the order of the sheet. */
async function cellsOf(
  session: Session,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, RowValues>> {
  const { rows: selected } = await session.selectedRows()
  const rows = [...selected].sort((one, other) => one.position - other.position)
  const keys = await session.readRowKeys(rows)
  const theirs = rows.filter((_, at) => wanted.has(keys[at] ?? ''))
  const described = await session.describeRows(theirs)
  return new Map(described.map((values) => [String(values.rowKey), values]))
}

/** Asks ebs what each choice would do, row by row. */
async function gather(
  { services, me, words }: Desk,
  cells: ReadonlyMap<string, RowValues>,
  decided: Decided,
  signal: AbortSignal,
): Promise<readonly RowToDecide[]> {
  const ask = async (keys: readonly string[], decisions: readonly Decision[]) =>
    (await previewKeys(services, keys, decisions, me, signal)).byKey
  const asIs = await ask([...cells.keys()], [])
  // In the order of the sheet, whatever the order of the answers.
  const waiting = [...cells.keys()].flatMap((key) => asIs.get(key) ?? []).filter(needsDecision)
  const keys = waiting.map(({ rowKey }) => rowKey)
  const written = await ask(
    keys,
    keys.map((rowKey) => ({ rowKey, take: 'write' })),
  )
  const same = new Map<string, PreviewRow>()
  for (const those of apart(waiting)) {
    const found = await ask(
      those.map(({ rowKey }) => rowKey),
      those,
    )
    for (const [rowKey, row] of found) same.set(rowKey, row)
  }
  const before = new Map(decided.about(keys).map((decision) => [decision.rowKey, decision]))
  return waiting.map((row) =>
    rowToDecide(
      {
        asIs: row,
        cells: cells.get(row.rowKey) ?? {},
        written: written.get(row.rowKey),
        same: same.get(row.rowKey),
        decision: before.get(row.rowKey),
      },
      words,
    ),
  )
}

/**
 * The rows that look like a record, each taken for it, in groups that name no record twice: of two rows
 * for one record the second would only be told that the first writes it.
 */
function apart(rows: readonly PreviewRow[]): readonly (readonly Decision[])[] {
  const groups: Map<string, Decision>[] = []
  for (const { rowKey, likelySame } of rows) {
    if (likelySame === null) continue
    const decision: Decision = { rowKey, take: 'same-as', attainmentCode: likelySame }
    const free = groups.find((group) => !group.has(likelySame))
    if (free) free.set(likelySame, decision)
    else groups.push(new Map([[likelySame, decision]]))
  }
  return groups.map((group) => [...group.values()])
}
