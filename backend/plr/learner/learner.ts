/** A learner as ebs knows them. Dates are `yyyy-MM-dd`; an empty column is null. */
export interface Learner {
  readonly personCode: string
  readonly uln: string | null
  readonly surname: string | null
  readonly firstName: string | null
  readonly knownAs: string | null
  readonly previousSurname: string | null
  readonly surnameAt16: string | null
  readonly dateOfBirth: string | null
  readonly sex: string | null
  readonly active: boolean
  /** ebs LRS_ABILITY_TO_SHARE: 0 notice not seen, 1 share, 2 unable to share, null not known. */
  readonly abilityToShare: '0' | '1' | '2' | null
  /** Person codes of others who hold the same ULN, as far as the asker may see them; null when nobody does. */
  readonly sharesUlnWith: readonly string[] | null
}

/** What ebs says of a person code. Staff, and learners the asker may not see, are `unknown`. */
export type FoundLearner =
  | { readonly kind: 'learner'; readonly learner: Learner }
  | {
      readonly kind: 'merged'
      readonly personCode: string
      /** The record merged away, where ebs still has it. */
      readonly learner: Learner | null
      /** Who was kept; null when the asker may not see them. */
      readonly keptPersonCode: string | null
    }
  | { readonly kind: 'unknown'; readonly personCode: string }

/** Which learners a person may see: all, or those enrolled with these owning organisations. */
export type Visibility =
  { readonly kind: 'all' } | { readonly kind: 'organisations'; readonly codes: readonly string[] }

/** Finds learners by person code. The map has an entry for every code asked. */
export interface LearnerFinder {
  find(
    personCodes: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, FoundLearner>>
}
