import { lastColumn, lastRow, type Area } from '../../model/area.ts'
import { restyle } from '../../model/cells.ts'
import { notify } from '../../model/notify.ts'
import {
  autofitColumns,
  DEFAULT_HEIGHT,
  DEFAULT_WIDTH,
  setHeight,
  setWidth,
} from '../../model/sizes.ts'
import type { Place } from '../../model/state.ts'
import type { Style } from '../../model/style.ts'
import { numberArgument, textArgument, truthArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'
import { bordersClass } from './border.ts'
import { fillClass, fontClass, styleScalar, type Styled } from './look.ts'
import { uniform } from './uniform.ts'

/** The API's widths and heights are points; there are 0.75 of them to a pixel. */
const POINTS = 0.75

const common = (first: number, last: number, size: (index: number) => number): number | null => {
  const start = size(first)
  for (let index = first + 1; index <= last; index += 1) if (size(index) !== start) return null
  return start * POINTS
}

/** Columns and rows beyond the sizes known all have the usual one. */
const lastKnown = (last: number, sizes: readonly unknown[], first: number): number =>
  Math.max(first, Math.min(last, sizes.length))

const sizes = ({ workbook }: Session): Record<string, Scalar<Place>> => {
  const each = (place: Place, work: (area: Area) => void): void => {
    place.areas.forEach(work)
  }
  return {
    ColumnWidth: {
      get: ({ sheet, areas: [area] }) =>
        area
          ? common(
              area.column,
              lastKnown(lastColumn(area), sheet.columnWidths, area.column),
              (column) => sheet.columnWidths[column] ?? DEFAULT_WIDTH,
            )
          : null,
      set: (place, value) => {
        const width = Math.round(numberArgument(value) / POINTS)
        each(place, (area) => {
          setWidth(workbook, place.sheet, area, width)
        })
      },
    },
    RowHeight: {
      get: ({ sheet, areas: [area] }) =>
        area
          ? common(
              area.row,
              lastKnown(lastRow(area), sheet.rowHeights, area.row),
              (row) => sheet.rowHeights[row] ?? DEFAULT_HEIGHT,
            )
          : null,
      set: (place, value) => {
        const height = Math.round(numberArgument(value) / POINTS)
        each(place, (area) => {
          setHeight(workbook, place.sheet, area, height)
        })
      },
    },
  }
}

/** `Excel.RangeFormat`, of a range or of several areas. */
export const rangeFormatClass = (session: Session): ((place: Place) => WireObject) => {
  const { workbook } = session
  const borders = bordersClass(session)
  const change = (place: Place, by: (style: Style) => Style): void => {
    for (const area of place.areas) {
      restyle(place.sheet.cells, area, by)
      notify(workbook, { kind: 'format', sheet: place.sheet, area })
    }
  }
  const styled = (place: Place): Styled => ({
    read: (of) => uniform(place, of),
    change: (by) => {
      change(place, by)
    },
  })
  const scalar = <T>(...parts: Parameters<typeof styleScalar<T>>): Scalar<Place> => {
    const { get, set } = styleScalar(...parts)
    return { get: (place) => get(styled(place)), set: (place, value) => set(styled(place), value) }
  }
  return describeClass<Place>({
    type: 'RangeFormat',
    scalars: {
      ...sizes(session),
      WrapText: scalar<boolean>(
        (style) => style.wrap,
        false,
        (value) => ({ wrap: truthArgument(value) }),
      ),
      HorizontalAlignment: scalar<string>(
        (style) => style.align,
        'General',
        (value) => ({ align: textArgument(value) }),
      ),
      VerticalAlignment: scalar<string>(
        (style) => style.vertical,
        'Bottom',
        (value) => ({ vertical: textArgument(value) }),
      ),
      IndentLevel: scalar<number>(
        (style) => style.indent,
        0,
        (value) => ({ indent: numberArgument(value) }),
      ),
      ShrinkToFit: scalar<boolean>(
        (style) => style.shrink,
        false,
        (value) => ({ shrink: truthArgument(value) }),
      ),
    },
    objects: {
      Fill: (place) => fillClass(styled(place)),
      Font: (place) => fontClass(styled(place)),
      Borders: (place) => borders(place),
    },
    actions: {
      AutofitColumns: (place) => {
        for (const area of place.areas) autofitColumns(workbook, place.sheet, area)
      },
      // Rows are drawn in one line each; a height set before is given up.
      AutofitRows: (place) => {
        for (const area of place.areas) {
          for (const row of place.sheet.rowHeights.keys()) {
            if (row >= area.row && row <= lastRow(area)) place.sheet.rowHeights[row] = undefined
          }
          notify(workbook, { kind: 'layout', sheet: place.sheet })
        }
      },
    },
  })
}
