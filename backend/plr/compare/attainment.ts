/**
 * The ebs columns that the mapping fills, by ebs-domain.md's names (`DESCRIPTION`, `GRADE`, …), as
 * text, number or null. Dates are `yyyy-MM-dd`.
 */
export type AttainmentValues = Readonly<Record<string, string | number | null>>

/** One attainment record of a learner as ebs holds it. `values` has every column of the mapping. */
export interface Attainment {
  readonly attainmentCode: string
  readonly personCode: string
  readonly values: AttainmentValues
}

/** All that ebs and the link hold of one learner that a comparison looks at. */
export interface Holdings {
  readonly attainments: readonly Attainment[]
  /** `eventKey` → attainment code, for events that an Update has written or linked before. */
  readonly links: ReadonlyMap<string, string>
}

/** Reads the holdings of learners; the map has an entry for every code asked. */
export interface HoldingsReader {
  holdings(personCodes: readonly string[]): Promise<ReadonlyMap<string, Holdings>>
}
