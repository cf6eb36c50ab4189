import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Visibility } from '../plr/learner/learner.ts'

/** Which learners the groups of a token let a person see. */
export type VisibilityOf = (groups: readonly string[]) => Visibility

const file = z.record(z.string(), z.array(z.string().min(1)))

/**
 * Reads VISIBLE_ORGANISATIONS: group id → owning organisations. Without a file everybody sees all;
 * with one, somebody in none of its groups sees nobody.
 * @throws when the file cannot be read or is not of that form; the message names the file.
 */
export function readVisibility(path: string | undefined): VisibilityOf {
  if (path === undefined) return () => ({ kind: 'all' })
  const organisations = readOrganisations(path)
  return (groups) => ({
    kind: 'organisations',
    codes: [...new Set(groups.flatMap((group) => organisations.get(group) ?? []))],
  })
}

/** The file itself: group id → owning organisations; none without a file. */
export function readOrganisations(path: string | undefined): ReadonlyMap<string, string[]> {
  if (path === undefined) return new Map()
  try {
    return new Map(Object.entries(file.parse(JSON.parse(readFileSync(path, 'utf8')))))
  } catch (cause) {
    throw new Error(
      `VISIBLE_ORGANISATIONS: ${path} cannot be read as {"<group id>": ["<organisation>", …]}`,
      { cause },
    )
  }
}
