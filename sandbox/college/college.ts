/** The synthetic college, as plain data that the stand-ins for ebs, LRS and the identity provider load. */

/** One row of an ebs table: lower-case column name → value; dates `yyyy-MM-dd`. */
export type EbsRow = Readonly<Record<string, string | number | null>>

/** A person as LRS holds them. */
export interface LrsPerson {
  readonly uln: string
  /** The master ULN when this one was linked away (then WSRC0022 answers with the master's events). */
  readonly masterUln: string | null
  readonly givenName: string
  readonly familyName: string
  readonly previousFamilyName: string | null
  readonly dateOfBirth: string | null
  /** LRS code: 0 not known, 1 male, 2 female, 9 not specified. */
  readonly gender: '0' | '1' | '2' | '9'
  readonly shares: boolean
  readonly events: readonly LrsEvent[]
}

/**
 * One learning event by LRS element name (lrs-contract.md B2). A name left out is absent in the
 * answer, '' an empty element, null `i:nil`. ID and Credits are always there.
 */
export type LrsEvent = Readonly<Record<string, string | null>> & {
  readonly ID: string
  readonly Credits: string
}

export interface College {
  /** Table name (lower case, ebs-domain.md) → rows. */
  readonly ebs: Readonly<Record<string, readonly EbsRow[]>>
  readonly lrs: readonly LrsPerson[]
}
