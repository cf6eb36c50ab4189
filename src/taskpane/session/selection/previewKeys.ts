import type { Decision, Me } from '../../../../contract/index.ts'
import type { PreviewRow } from '../../../api/preview.ts'
import type { Services } from '../../services.ts'
import type { KnownPreview } from './summary.ts'

/**
 * Asks what Update would do with these rows once these decisions are taken; null stands for a row
 * without a learning event. Decisions about other rows are left out.
 */
export async function previewKeys(
  services: Pick<Services, 'api'>,
  keys: readonly (string | null)[],
  decisions: readonly Decision[],
  me: Me,
  signal: AbortSignal,
): Promise<KnownPreview> {
  const present = keys.filter((key) => key !== null)
  const byKey = new Map<string, PreviewRow>()
  const asked = present.slice(0, me.limits.rowKeys)
  const rows = services.api.preview(asked, decisions, me.limits.rowKeysPerRequest, signal)
  if (asked.length > 0) for await (const row of rows) byKey.set(row.rowKey, row)
  const decided = new Set(decisions.map(({ rowKey }) => rowKey))
  return { byKey, decided, withoutEvent: keys.length - present.length }
}
