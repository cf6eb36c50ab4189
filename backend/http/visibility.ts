import type { Visibility } from '../plr/learner/learner.ts'

/** Which learners the groups of a token let a person see. */
export type VisibilityOf = (groups: readonly string[]) => Visibility

/**
 * What VISIBLE_ORGANISATIONS comes to: without it everybody sees all; with it, somebody in none of
 * its groups sees nobody.
 * @param organisations group id → owning organisations
 */
export const createVisibility =
  (organisations: ReadonlyMap<string, readonly string[]> | undefined): VisibilityOf =>
  (groups) =>
    organisations === undefined
      ? { kind: 'all' }
      : {
          kind: 'organisations',
          codes: [...new Set(groups.flatMap((group) => organisations.get(group) ?? []))],
        }
