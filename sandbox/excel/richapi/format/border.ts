import { restyle } from '../../model/cells.ts'
import { notify } from '../../model/notify.ts'
import { lastColumn, lastRow, type Area } from '../../model/area.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Workbook } from '../../model/book.ts'
import type { Place } from '../../model/state.ts'
import type { Border } from '../../model/style.ts'
import { textArgument, wordArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'
import { uniform } from './uniform.ts'

export const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const
type Edge = (typeof EDGES)[number]

interface PlacedBorder {
  readonly place: Place
  readonly edge: Edge
}

/** The cells along an edge of an area. */
const along = (area: Area, edge: Edge): Area => {
  switch (edge) {
    case 'EdgeTop':
      return { ...area, rows: 1 }
    case 'EdgeBottom':
      return { ...area, row: lastRow(area), rows: 1 }
    case 'EdgeLeft':
      return { ...area, columns: 1 }
    case 'EdgeRight':
      return { ...area, column: lastColumn(area), columns: 1 }
    default:
      return area
  }
}

const scalar = (
  workbook: Workbook,
  name: keyof Border,
  otherwise: string,
): Scalar<PlacedBorder> => ({
  get: ({ place, edge }) => {
    const areas = place.areas.map((area) => along(area, edge))
    return uniform({ ...place, areas }, (style) => style.borders?.[edge]?.[name] ?? otherwise)
  },
  set: ({ place, edge }, value) => {
    const text = textArgument(value)
    for (const area of place.areas) {
      restyle(place.sheet.cells, along(area, edge), (style) => ({
        ...style,
        borders: { ...style.borders, [edge]: { ...style.borders?.[edge], [name]: text } },
      }))
      notify(workbook, { kind: 'format', sheet: place.sheet, area })
    }
  },
})

/** `Excel.RangeBorderCollection` and its borders: kept and read back, not drawn. */
export const bordersClass = ({ workbook }: Session): ((place: Place) => WireObject) => {
  const border = describeClass<PlacedBorder>({
    type: 'RangeBorder',
    identity: ({ edge }) => ({ Id: edge }),
    scalars: {
      Id: { get: ({ edge }) => edge },
      SideIndex: { get: ({ edge }) => edge },
      Style: scalar(workbook, 'style', 'None'),
      Color: scalar(workbook, 'color', '#000000'),
      Weight: scalar(workbook, 'weight', 'Thin'),
    },
  })
  return describeClass<Place>({
    type: 'RangeBorderCollection',
    scalars: { Count: { get: () => EDGES.length } },
    items: (place) => EDGES.map((edge) => border({ place, edge })),
    item: (place, key) => border({ place, edge: wordArgument(key, EDGES) }),
    paths: {
      GetItem: (place, [key]) => border({ place, edge: wordArgument(key, EDGES) }),
      GetItemAt: (place, [index]) => {
        const edge = typeof index === 'number' ? EDGES[index] : undefined
        if (!edge) throw new Refusal('InvalidArgument')
        return border({ place, edge })
      },
    },
  })
}
