import type { TableId } from '../../ebs/mapping/index.ts'
import { note, ok, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'
import { tableName } from './site.ts'
import { checkTextIndexes } from './textIndexes.ts'

/**
 * Columns that an index should begin with; without those of `always` every use is slow. Texts are not
 * among them: no search compares one as it stands (`textIndexes.ts`). Courses and occurrences are few,
 * and are read through.
 */
export const wantedIndexes: readonly {
  readonly table: TableId
  readonly column: string
  readonly why: string
  readonly always: boolean
}[] = [
  { table: 'PEOPLE', column: 'PERSON_CODE', why: 'every download', always: true },
  {
    table: 'PEOPLE',
    column: 'UNIQUE_LEARN_NO',
    why: 'every search and download looks for others with the same ULN',
    always: true,
  },
  {
    table: 'ATTAINMENTS',
    column: 'PER_PERSON_CODE',
    why: 'every comparison, and searches by when the PLR was last imported',
    always: true,
  },
  { table: 'ATTAINMENTS', column: 'ATTAINMENT_CODE', why: 'every update', always: true },
  {
    table: 'PEOPLE_DEDUPLICATION_AUDIT',
    column: 'REMOVED_PERSON_CODE',
    why: 'every search and download',
    always: true,
  },
  {
    table: 'PEOPLE_DEDUPLICATION_AUDIT',
    column: 'RETAINED_PERSON_CODE',
    why: 'every comparison, where ebs has merged many people',
    always: false,
  },
  { table: 'PEOPLE_UNITS', column: 'PERSON_CODE', why: 'searches by course', always: true },
  { table: 'PEOPLE_UNITS', column: 'UIO_ID', why: 'searches by course', always: false },
  {
    table: 'UNIT_INSTANCE_OCCURRENCES',
    column: 'UIO_ID',
    why: 'searches by course',
    always: true,
  },
  { table: 'PEOPLE', column: 'DATE_OF_BIRTH', why: 'searches by date of birth', always: false },
  {
    table: 'PEOPLE_UNIT_ATTAINMENTS',
    column: 'ATTAINMENT_CODE',
    why: 'undo of an insert asks whether the record is referred to',
    always: false,
  },
]

/** Whether the indexes that searching and updating live on are there. */
export async function checkIndexes(site: Site): Promise<readonly Finding[]> {
  return [...(await checkColumns(site)), ...checkKeyTypes(site), ...(await checkTextIndexes(site))]
}

/**
 * SQL Server brings the two sides of a comparison to the higher of their types: where a key is whole
 * and the value a decimal, that is the key, of every row.
 */
function checkKeyTypes(site: Site): readonly Finding[] {
  const { mapping } = site
  if (mapping.client !== 'mssql') return []
  return wantedIndexes.flatMap(({ table, column }) => {
    const own = site.column(table, column)
    if (own === undefined || !/int$/i.test(own.type)) return []
    return [
      note(
        `${mapping.table(table)}.${own.column} is ${own.type}, and is compared as a decimal`,
        'The link takes keys of ebs for decimals. SQL Server may read the whole index for a few values here.',
        'Ask the DBA for a plan of a search and of an update; if they are slow, tell the makers of this program.',
      ),
    ]
  })
}

async function checkColumns(site: Site): Promise<readonly Finding[]> {
  const { mapping } = site
  const present = wantedIndexes.filter(
    ({ table, column }) => site.column(table, column) !== undefined,
  )
  const tables = [...new Set(present.map(({ table }) => table))]
  if (tables.length === 0) return []
  const found = await site.catalogue.indexes(tables.map((table) => tableName(mapping, table)))
  const leading = new Set(found.map((each) => site.key(each.owner, each.table, each.column)))
  const missing = present.filter(({ table, column }) => {
    const { owner, table: name } = tableName(mapping, table)
    return !leading.has(site.key(owner, name, mapping.column(table, column)))
  })
  if (missing.length === 0)
    return [ok(`All ${present.length} indexes that are asked for are there`)]
  return missing.map(({ table, column, why, always }) => {
    const place = `${mapping.table(table)} (${mapping.column(table, column)})`
    const what = `No index begins with ${place}`
    const action = `Ask the DBA for an index on ${place}, or for a plan of the search.`
    return always
      ? warning(what, `Needed by: ${why}.`, action)
      : note(what, `Helps: ${why}.`, action)
  })
}
