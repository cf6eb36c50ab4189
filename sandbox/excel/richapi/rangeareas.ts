import { fullAddress } from '../model/address.ts'
import {
  cellCount,
  entireColumns,
  entireRows,
  intersect,
  isEntireColumn,
  isEntireRow,
  type Area,
} from '../model/area.ts'
import { clearArea, CLEAR_KINDS } from '../model/clear.ts'
import { Refusal } from '../model/refusal.ts'
import { select } from '../model/select.ts'
import { activateSheet } from '../model/sheets.ts'
import { visibleAreas } from '../model/special.ts'
import type { Place } from '../model/state.ts'
import { joinRuns } from '../model/visible.ts'
import {
  optionalText,
  textArgument,
  wholeArgument,
  wordArgument,
  objectArgument,
} from './arguments.ts'
import { checkPlace } from './range/range.ts'
import { areasArgument } from './range/areasargument.ts'
import { placeOn } from './range/place.ts'
import type { Session } from './session.ts'
import { describeClass, needed, type Arguments, type WireObject } from './wire.ts'

/** The whole rows of areas, neighbours joined. */
const wholeRows = (areas: readonly Area[]): Area[] =>
  joinRuns(areas.map(({ row, rows }) => [row, rows])).map(([row, rows]) =>
    entireRows({ row, rows, column: 0, columns: 1 }),
  )

/** The whole columns of areas, neighbours joined. */
const wholeColumns = (areas: readonly Area[]): Area[] =>
  joinRuns(areas.map(({ column, columns }) => [column, columns])).map(([column, columns]) =>
    entireColumns({ row: 0, rows: 1, column, columns }),
  )

/** `Excel.RangeAreas`. */
export const rangeAreasClass = (session: Session): ((place: Place) => WireObject) => {
  const { workbook, objects } = session
  const address = (place: Place): string =>
    place.areas.map((area) => fullAddress(place.sheet.name, area)).join(',')
  const shared = (place: Place, args: Arguments): WireObject | null => {
    const object = objectArgument(args, 0)
    const others = object?.place?.areas ?? areasArgument(textArgument(args[0]))
    const areas = place.areas.flatMap((area) =>
      others.map((other) => intersect(area, other)).filter((one) => one !== null),
    )
    return areas.length === 0 ? null : objects.rangeAreas(place.sheet, areas)
  }
  const special = (place: Place, type: unknown): WireObject | null => {
    wordArgument(type, ['Visible'])
    const areas = place.areas.flatMap((area) => visibleAreas(place.sheet, area))
    return areas.length === 0 ? null : objects.rangeAreas(place.sheet, areas)
  }

  const areaItems = describeClass<Place>({
    type: 'RangeCollection',
    check: checkPlace,
    items: (place) => place.areas.map((area) => objects.rangeAt(placeOn(place.sheet, [area]))),
    paths: {
      GetItemAt: (place, [index]) => {
        const area = place.areas[wholeArgument(index)]
        if (!area) throw new Refusal('InvalidArgument')
        return objects.range(place.sheet, area)
      },
    },
    actions: { GetCount: (place) => place.areas.length },
  })

  return describeClass<Place>({
    type: 'RangeAreas',
    check: checkPlace,
    place: (place) => place,
    identity: (place) => {
      const id = session.referenceOf(place)
      return id === null ? {} : { _ReferenceId: id }
    },
    scalars: {
      Address: { get: address },
      AddressLocal: { get: address },
      AreaCount: { get: (place) => place.areas.length },
      CellCount: {
        get: (place) => {
          const count = place.areas.reduce((sum, area) => sum + cellCount(area), 0)
          return count > 2_147_483_647 ? -1 : count
        },
      },
      IsEntireRow: { get: (place) => place.areas.every(isEntireRow) },
      IsEntireColumn: { get: (place) => place.areas.every(isEntireColumn) },
    },
    objects: {
      Areas: (place) => areaItems(place),
      Format: (place) => objects.rangeFormat(place),
      Worksheet: (place) => objects.worksheet(place.sheet),
      ConditionalFormats: (place) => objects.conditionalFormats(place),
    },
    paths: {
      GetEntireRow: (place) => objects.rangeAreas(place.sheet, wholeRows(place.areas)),
      GetEntireColumn: (place) => objects.rangeAreas(place.sheet, wholeColumns(place.areas)),
      GetIntersection: (place, args) => needed(shared(place, args)),
      GetIntersectionOrNullObject: shared,
      GetSpecialCells: (place, [type]) => needed(special(place, type)),
      GetSpecialCellsOrNullObject: (place, [type]) => special(place, type),
    },
    actions: {
      Select: (place) => {
        activateSheet(workbook, place.sheet)
        select(workbook, place.sheet, place.areas)
      },
      Clear: (place, [kind]) => {
        const applies = wordArgument(optionalText(kind) ?? 'All', CLEAR_KINDS)
        for (const area of place.areas) clearArea(workbook, place.sheet, area, applies)
      },
    },
  })
}
