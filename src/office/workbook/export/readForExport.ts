import {
  gridColumns,
  withoutOtherNames,
  type GridColumn,
  type RowField,
} from '../../../../contract/index.ts'
import { locateGrid } from '../grid/grid.ts'
import { readRows } from '../grid/read.ts'
import type { ExportChoice, ExportTable } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { readTheirColumns } from './theirColumns.ts'

/** What names a person; a ULN without them identifies nobody outside the college. */
const personal: ReadonlySet<RowField> = new Set(['surname', 'firstName', 'dateOfBirth'])

/** The columns of a file: never the row key, and nothing personal unless asked for. */
export function exportColumns({ personalDetails }: ExportChoice): readonly GridColumn[] {
  return gridColumns.filter(
    ({ key }) => key !== 'rowKey' && (personalDetails || !personal.has(key)),
  )
}

/**
 * Reads the whole grid for a file, in the order of the sheet: columns in the order of the contract, and
 * after them those that the user added to the grid. What they hold nobody knows: without personal
 * details they are left out.
 */
export function readForExport(place: SessionPlace, choice: ExportChoice): Promise<ExportTable> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const columns = exportColumns(choice).filter(({ key }) => grid.columns.has(key))
    const fields = columns.map(({ key }) => key)
    const rows = await readRows(context, grid, fields, place.dateSystem)
    const theirs = choice.personalDetails
      ? await readTheirColumns(context, grid, place.dateSystem)
      : []
    const learners = new Set(rows.map(({ values }) => values.personCode))
    return {
      columns: [
        ...columns.map(({ heading, kind, width }) => ({ heading, kind, width })),
        ...theirs.map(({ column }) => column),
      ],
      rows: rows.map(({ values, position }) => [
        ...fields.map((field) => told(values[field] ?? null, field, choice)),
        ...theirs.map((their) => their.values[position] ?? null),
      ]),
      learners: learners.size,
    }
  })
}

/** What of a cell goes into the file: the Reason may name a learner. */
function told<Value>(
  value: Value | string,
  field: RowField,
  { personalDetails }: ExportChoice,
): Value | string {
  const isReason = field === 'reason' && typeof value === 'string'
  return isReason && !personalDetails ? withoutOtherNames(value) : value
}
