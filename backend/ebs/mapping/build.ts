import type { DatabaseClient } from '../../database/index.ts'
import type { LengthUnit } from '../../plr/compare/length.ts'
import { withFileColumns } from './attainmentColumns.ts'
import type { Choice, MappingFile } from './file.ts'
import type { InstitutionContext, Mapping } from './mapping.ts'
import type { TableId } from './tables.ts'

/** What the environment gives when the file says nothing. */
export interface MappingDefaults {
  readonly attainmentType: string
}

const owners: Readonly<Record<DatabaseClient, string>> = {
  pg: 'public',
  oracledb: 'FES',
  mssql: 'dbo',
}

/**
 * What a text column counts unless it says so: `VARCHAR2(240)` of Oracle takes 240 bytes, and a text
 * of fewer bytes fits into a column of so many characters as well.
 */
const lengthUnits: Readonly<Record<DatabaseClient, LengthUnit>> = {
  pg: 'characters',
  oracledb: 'bytes',
  mssql: 'characters',
}

/** Tables that carry INSTITUTION_CONTEXT_ID where a site uses it. */
const contextTables: readonly TableId[] = [
  'PEOPLE',
  'PEOPLE_UNITS',
  'UNIT_INSTANCE_OCCURRENCES',
  'ATTAINMENTS',
]

const sexes: readonly Choice[] = [
  { value: 'F', label: 'Female' },
  { value: 'M', label: 'Male' },
]

/** A mapping of a site from its file; every name that the file leaves out is ebs's own. */
export function buildMapping(
  client: DatabaseClient,
  file: MappingFile,
  defaults: MappingDefaults,
): Mapping {
  const own = (ebsName: string) => (client === 'pg' ? ebsName.toLowerCase() : ebsName)
  const { attainments = {} } = file
  return {
    client,
    table(table) {
      const { owner, name } = file.tables?.[table] ?? {}
      return `${owner ?? file.owner ?? owners[client]}.${name ?? own(table)}`
    },
    column: (table, column) => file.tables?.[table]?.columns?.[column] ?? own(column),
    institutionContext: contextOf(file),
    learner: file.learner ?? [{ column: 'FES_STAFF_CODE', is: 'empty' }],
    active: file.active ?? { yes: 'Y', no: 'N' },
    sex: file.sex ?? sexes,
    enrolmentStatus: file.enrolmentStatus ?? [],
    searchFields: file.searchFields ?? [],
    attainment: {
      columns: withFileColumns(attainments.columns ?? [], attainments.unit ?? lengthUnits[client]),
      source: attainments.source ?? 'PLR data',
      defaultType: attainments.defaultType ?? defaults.attainmentType,
      types: attainments.types ?? {},
      examBoards: attainments.examBoards ?? {},
    },
    attainmentConstants: attainments.constants ?? {},
    attainmentCode: attainments.code ?? (client === 'pg' ? { generated: true } : null),
    ebsUserRequired: file.users?.required ?? false,
  }
}

function contextOf(file: MappingFile): InstitutionContext | null {
  const given = file.institutionContext
  if (!given) return null
  return {
    column: given.column ?? 'INSTITUTION_CONTEXT_ID',
    value: String(given.value),
    tables: given.tables ?? contextTables,
  }
}
