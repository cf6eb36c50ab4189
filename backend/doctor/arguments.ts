import { parseArgs } from 'node:util'

export interface Wanted {
  /** Print what a DBA has to run, and nothing else. */
  readonly sql: boolean
  /** After everything else: one write that is rolled back. */
  readonly tryWrite: boolean
}

export type ReadArguments =
  | { readonly kind: 'wanted'; readonly wanted: Wanted }
  | { readonly kind: 'usage'; readonly text: string }

const usage = `npm run doctor                     looks at the configuration in the environment; changes nothing
npm run doctor -- --sql            prints what a DBA has to run
npm run doctor -- --try-write      asks, then writes one attainment and rolls it back
npm run doctor -- --environment F  takes the environment from the file F (NAME=value, a line each)
`

/** Reads what stands after `npm run doctor --`. */
export function readArguments(given: readonly string[]): ReadArguments {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { sql: { type: 'boolean' }, 'try-write': { type: 'boolean' } },
    })
    const { sql = false, 'try-write': tryWrite = false } = values
    if (sql && tryWrite) return { kind: 'usage', text: usage }
    return { kind: 'wanted', wanted: { sql, tryWrite } }
  } catch {
    return { kind: 'usage', text: usage }
  }
}
