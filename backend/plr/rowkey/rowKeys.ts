import { limits } from '../../../contract/index.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import { eventFactNames } from '../event/learningEvent.ts'
import { pack, unpack } from './packing.ts'
import type { OpenedRowKey, RowKeyContent, RowKeys } from './rowKey.ts'
import { deriveKey, openBytes, sealBytes } from './seal.ts'

const version = '1'

export interface RowKeyOptions {
  /** Newest first; all of them open, the first seals. */
  readonly secrets: readonly string[]
  readonly ukprn: string
  readonly environmentName: string
  /** Made once in the link's own tables: a key made against another database does not open. */
  readonly databaseIdentity: string
  /** How long after LRS answered a key is good, in hours. */
  readonly hours: number
}

/**
 * Row keys as surface.md describes them: format version, then base64url of AES-256-GCM over the
 * packed content, bound to version, college, environment and database. At most 1,000 characters.
 */
export function createRowKeys(options: RowKeyOptions): RowKeys {
  const keys = options.secrets.map(deriveKey)
  const newest = keys[0]
  if (!newest) throw new Error('ROW_KEY_SECRET names no secret')
  const associated = Buffer.from(
    JSON.stringify([version, options.ukprn, options.environmentName, options.databaseIdentity]),
  )

  const sealWhole = (content: RowKeyContent): string =>
    version + sealBytes(newest, pack(content), associated).toString('base64url')

  const contentOf = (rowKey: string): RowKeyContent | null => {
    if (rowKey.length > limits.rowKeyLength || !rowKey.startsWith(version)) return null
    const encoded = rowKey.slice(version.length)
    const sealed = Buffer.from(encoded, 'base64url')
    // One key has one spelling: requests and idempotency compare keys as text.
    if (sealed.toString('base64url') !== encoded) return null
    for (const key of keys) {
      const plain = openBytes(key, sealed, associated)
      if (plain) return unpackOrNull(plain)
    }
    return null
  }

  return {
    seal: (content) => fitted(content, sealWhole),
    open(rowKey, now): OpenedRowKey {
      const content = contentOf(rowKey)
      if (!content) return { kind: 'unreadable' }
      const ageHours = (now.getTime() / 1000 - content.answeredAt) / 3600
      return ageHours > options.hours ? { kind: 'expired' } : { kind: 'open', content }
    },
  }
}

/** Texts that LRS sends at absurd length are cut until the key fits; a title keeps its first 240 for long. */
const cuts = [Number.POSITIVE_INFINITY, 400, 300, 250, 120, 60, 30]

function fitted(content: RowKeyContent, seal: (content: RowKeyContent) => string): string {
  for (const longest of cuts) {
    const rowKey = seal({ ...content, facts: cutFacts(content.facts, longest) })
    if (rowKey.length <= limits.rowKeyLength) return rowKey
  }
  throw new Error('A learning event’s texts do not fit into a row key')
}

function cutFacts(facts: EventFacts, longest: number): EventFacts {
  if (!Number.isFinite(longest)) return facts
  const cut = { ...facts }
  for (const name of eventFactNames) {
    if (name === 'credits' || name === 'id') continue
    const text = cut[name]
    if (text !== null) Object.assign(cut, { [name]: [...text].slice(0, longest).join('') })
  }
  return cut
}

function unpackOrNull(plain: Buffer): RowKeyContent | null {
  try {
    return unpack(plain)
  } catch {
    return null
  }
}
