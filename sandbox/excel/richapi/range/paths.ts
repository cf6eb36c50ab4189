import {
  bounding,
  cellArea,
  entireColumns,
  entireRows,
  intersect,
  isOnGrid,
  lastColumn,
  lastRow,
  type Area,
} from '../../model/area.ts'
import { usedArea } from '../../model/cells.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Place } from '../../model/state.ts'
import { optionalTruth, wholeArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { needed, type Arguments, type Description, type WireObject } from '../wire.ts'
import { areaOf, rangeArgument } from './place.ts'

const resized = (area: Area, rows: number, columns: number): Area => {
  // Shrinking past one cell flips to the other side of the first cell.
  const grow = (start: number, length: number, by: number): [number, number] => {
    const next = length + by
    return next > 0 ? [start, next] : [start + next - 1, 2 - next]
  }
  const [row, rowCount] = grow(area.row, area.rows, rows)
  const [column, columnCount] = grow(area.column, area.columns, columns)
  return { row, column, rows: rowCount, columns: columnCount }
}

/** Ways from one range to another. */
export const rangePaths = (session: Session): NonNullable<Description<Place>['paths']> => {
  const { workbook, objects } = session

  const to = (place: Place, area: Area): WireObject => {
    if (!isOnGrid(area)) throw new Refusal('InvalidArgument')
    return objects.range(place.sheet, area)
  }
  const other = (place: Place, args: Arguments): Area => {
    const found = rangeArgument(workbook, place.sheet, args, 0)
    if (found.sheet !== place.sheet) throw new Refusal('InvalidArgument')
    return found.area
  }
  const shared = (place: Place, args: Arguments): WireObject | null => {
    const area = intersect(areaOf(place), other(place, args))
    return area && to(place, area)
  }
  const used = (place: Place, args: Arguments): WireObject | null => {
    const area = usedArea(place.sheet.cells, areaOf(place), optionalTruth(args[0], false))
    return area && to(place, area)
  }

  return {
    GetCell: (place, [row, column]) => {
      const area = areaOf(place)
      return to(place, cellArea(area.row + wholeArgument(row), area.column + wholeArgument(column)))
    },
    GetRow: (place, [row]) => {
      const area = areaOf(place)
      return to(place, { ...area, row: area.row + wholeArgument(row), rows: 1 })
    },
    GetColumn: (place, [column]) => {
      const area = areaOf(place)
      return to(place, { ...area, column: area.column + wholeArgument(column), columns: 1 })
    },
    GetEntireRow: (place) => to(place, entireRows(areaOf(place))),
    GetEntireColumn: (place) => to(place, entireColumns(areaOf(place))),
    GetLastCell: (place) => {
      const area = areaOf(place)
      return to(place, cellArea(lastRow(area), lastColumn(area)))
    },
    GetLastRow: (place) => to(place, { ...areaOf(place), row: lastRow(areaOf(place)), rows: 1 }),
    GetLastColumn: (place) =>
      to(place, { ...areaOf(place), column: lastColumn(areaOf(place)), columns: 1 }),
    GetRowsBelow: (place, [count]) => {
      const area = areaOf(place)
      return to(place, { ...area, row: lastRow(area) + 1, rows: wholeArgument(count ?? 1) })
    },
    GetRowsAbove: (place, [count]) => {
      const area = areaOf(place)
      const rows = wholeArgument(count ?? 1)
      return to(place, { ...area, row: area.row - rows, rows })
    },
    GetColumnsAfter: (place, [count]) => {
      const area = areaOf(place)
      return to(place, {
        ...area,
        column: lastColumn(area) + 1,
        columns: wholeArgument(count ?? 1),
      })
    },
    GetColumnsBefore: (place, [count]) => {
      const area = areaOf(place)
      const columns = wholeArgument(count ?? 1)
      return to(place, { ...area, column: area.column - columns, columns })
    },
    GetOffsetRange: (place, [rows, columns]) => {
      const area = areaOf(place)
      return to(place, {
        ...area,
        row: area.row + wholeArgument(rows),
        column: area.column + wholeArgument(columns),
      })
    },
    GetResizedRange: (place, [rows, columns]) =>
      to(place, resized(areaOf(place), wholeArgument(rows), wholeArgument(columns))),
    GetAbsoluteResizedRange: (place, [rows, columns]) =>
      to(place, {
        ...areaOf(place),
        rows: wholeArgument(rows),
        columns: wholeArgument(columns),
      }),
    GetBoundingRect: (place, args) => to(place, bounding(areaOf(place), other(place, args))),
    GetIntersection: (place, args) => needed(shared(place, args)),
    GetIntersectionOrNullObject: shared,
    GetUsedRange: (place, args) => used(place, args) ?? to(place, cellArea(0, 0)),
    GetUsedRangeOrNullObject: used,
    GetVisibleView: (place) => objects.rangeView(place),
  }
}
