import type { MappedColumn } from '../../plr/compare/attainmentMapping.ts'
import type { LengthUnit } from '../../plr/compare/length.ts'
import type { MappingFile } from './file.ts'

type FileColumn = NonNullable<NonNullable<MappingFile['attainments']>['columns']>[number]

const column = (
  name: string,
  from: MappedColumn['from'],
  length: number | null,
  more: Partial<MappedColumn> = {},
): MappedColumn => ({
  column: name,
  from,
  length,
  required: false,
  compared: true,
  insertOnly: false,
  ...more,
})

/** What Update writes when the mapping says nothing else (surface.md, Update writes). */
export const defaultColumns: readonly MappedColumn[] = [
  column('ATYPE_ATTAINMENT_TYPE_CODE', 'type', 10, {
    required: true,
    compared: false,
    insertOnly: true,
  }),
  column('DESCRIPTION', 'title', 240, { required: true }),
  column('GRADE', 'grade', 255, { required: true }),
  column('DATE_AWARDED', 'awardDate', null),
  column('FES_QUALIFICATION_AIM', 'aim', 8),
  column('SOURCE', 'source', 10, { required: true, compared: false, insertOnly: true }),
  column('SOURCE_ID', 'eventId', 10, { compared: false }),
  column('CATS_CREDITS', 'credits', 4),
]

/**
 * The default columns with what a mapping file changes, adds (`from`) and takes out (`from: null`).
 * @param unit what lengths count where the file does not say it of the column
 */
export function withFileColumns(
  given: readonly FileColumn[],
  unit: LengthUnit = 'characters',
): readonly MappedColumn[] {
  const columns = new Map(defaultColumns.map((each) => [each.column, each]))
  for (const { column: name, from, ...more } of given) {
    if (from === null) columns.delete(name)
    else columns.set(name, mergeColumn(columns.get(name) ?? column(name, from, null), from, more))
  }
  return [...columns.values()].map((each) => ({ unit, ...each }))
}

function mergeColumn(
  known: MappedColumn,
  from: MappedColumn['from'],
  more: Omit<FileColumn, 'column' | 'from'>,
): MappedColumn {
  return {
    ...known,
    from,
    length: more.length === undefined ? known.length : more.length,
    required: more.required ?? known.required,
    compared: more.compared ?? known.compared,
    insertOnly: more.insertOnly ?? known.insertOnly,
    ...(more.unit ? { unit: more.unit } : {}),
  }
}
