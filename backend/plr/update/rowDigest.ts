import { hash as hashOf } from 'node:crypto'
import type { UpdateRequest } from '../../../contract/index.ts'

/** What a row key is recorded by: the first 132 bits of its SHA-256, in 22 characters. */
export function rowDigestOf(rowKey: string): string {
  return hashOf('sha256', rowKey, 'base64url').slice(0, 22)
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
