import { hash as hashOf } from 'node:crypto'
import type { UpdateRequest } from '../../../contract/index.ts'

/** What a row key is recorded by: 128 bits of its SHA-256. */
export function rowDigestOf(rowKey: string): string {
  return hashOf('sha256', rowKey, 'buffer').subarray(0, 16).toString('base64url')
}

/** What an Idempotency-Key is compared by: the set of row keys with their decisions, in any order. */
export function requestDigestOf({ rowKeys, decisions = [] }: UpdateRequest): string {
  const decided = new Map(
    decisions.map((one) => [
      one.rowKey,
      one.take === 'same-as' ? `same-as ${one.attainmentCode ?? ''}` : one.take,
    ]),
  )
  const lines = [...new Set(rowKeys)].map(
    (rowKey) => `${rowDigestOf(rowKey)} ${decided.get(rowKey) ?? ''}\n`,
  )
  return hashOf('sha256', lines.sort().join(''), 'base64url')
}
