import { createHash } from 'node:crypto'

/** What several texts are found by where they would be too long, or not ours to keep: 43 characters. */
export function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
