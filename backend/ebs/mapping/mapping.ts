import type { DatabaseClient } from '../../database/index.ts'
import type { AttainmentMapping } from '../../plr/compare/attainmentMapping.ts'
import type { AttainmentCodeRule, Choice, ExtraField, LearnerRule } from './file.ts'
import type { TableId } from './tables.ts'

/** How a site's ebs is laid out: everything the link has to know of it that sites do differently. */
export interface Mapping {
  readonly client: DatabaseClient
  /** The site's table as `owner.name`. */
  table(table: TableId): string
  /** The site's name of a column, asked for by ebs-domain.md's name. */
  column(table: TableId, column: string): string
  readonly institutionContext: InstitutionContext | null
  /** A person is a learner when all of these hold. */
  readonly learner: readonly LearnerRule[]
  /** What IS_ACTIVE holds. */
  readonly active: { readonly yes: string; readonly no: string }
  readonly sex: readonly Choice[]
  /** The codes of PEOPLE_UNITS.PROGRESS_STATUS, where the site lists them. */
  readonly enrolmentStatus: readonly Choice[]
  readonly searchFields: readonly ExtraField[]
  readonly attainment: AttainmentMapping
  /** Columns of ATTAINMENTS that every new record gets, by ebs-domain.md's names. */
  readonly attainmentConstants: Readonly<Record<string, string | number>>
  /** How a new attainment code is made; null = not named, so nothing can be inserted. */
  readonly attainmentCode: AttainmentCodeRule | null
  /** Whether an Update needs an enabled row of USERS for the person asking. */
  readonly ebsUserRequired: boolean
}

/** The institution of an ebs that holds several: limits every read of the tables that have the column. */
export interface InstitutionContext {
  /** ebs-domain.md's name. */
  readonly column: string
  /** Digits. */
  readonly value: string
  readonly tables: readonly TableId[]
}
