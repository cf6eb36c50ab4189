import type { LengthUnit } from './length.ts'

/** Where a written ebs column gets its value from; each is a rule in `written.ts`. */
export const columnSources = [
  'title',
  'grade',
  'awardDate',
  'awardYear',
  'aim',
  'credits',
  'levelDigit',
  'eventId',
  'type',
  'source',
  'examBoard',
] as const
export type ColumnSource = (typeof columnSources)[number]

/** One column of ATTAINMENTS that Update writes. */
export interface MappedColumn {
  /** ebs-domain.md's name, upper case: `DESCRIPTION`. The site's own name is the schema mapping's matter. */
  readonly column: string
  readonly from: ColumnSource
  /** Longest text (or most digits) the column takes; null for dates. */
  readonly length: number | null
  /** What `length` counts of a text; characters unless said. */
  readonly unit?: LengthUnit
  /** A value that does not fit fails the row when required, else it is left out and noted. */
  readonly required: boolean
  /** Whether a difference makes a record `Changed`. */
  readonly compared: boolean
  /** Written on inserts only (the type, SOURCE). */
  readonly insertOnly: boolean
}

/** Which LRS field goes where, and the college's translations (surface.md, Update writes). */
export interface AttainmentMapping {
  readonly columns: readonly MappedColumn[]
  /** The value of SOURCE in records that come from the PLR: `PLR data`. */
  readonly source: string
  readonly defaultType: string
  /** LRS QualificationType (without case) → ebs attainment type. */
  readonly types: Readonly<Record<string, string>>
  /** LRS AwardingOrganisationUkprn → ebs exam board. */
  readonly examBoards: Readonly<Record<string, string>>
}
