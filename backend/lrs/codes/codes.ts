import type { LrsCode } from './code.ts'
import { linkCodes } from './linkCodes.ts'
import { plrCodes } from './plrCodes.ts'
import { sisterCodes } from './sisterCodes.ts'

/** Every code that the link knows, LRS's and its own, each with its meaning, advice and source. */
export const allCodes: readonly LrsCode[] = [
  ...plrCodes,
  ...sisterCodes,
  ...Object.values(linkCodes),
]

const byCode = new Map(allCodes.map((code) => [code.code, code]))

/** What the link knows of a code; one it has never heard of is told as such, never as success. */
export function explain(code: string): LrsCode {
  return (
    byCode.get(code) ?? {
      code,
      meaning: 'LRS gave a code that this link does not know',
      concern: 'service',
      advice: 'Report the code; nothing of this learner was taken over.',
      source: 'not known',
    }
  )
}
