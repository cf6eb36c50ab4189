import { sameArea } from '../../model/area.ts'
import { clearArea, CLEAR_KINDS } from '../../model/clear.ts'
import { insertCells, removeCells } from '../../model/shift.ts'
import type { Place, Worksheet } from '../../model/state.ts'
import { visibleAreas, typedCells } from '../../model/special.ts'
import { optionalText, recordArgument, textArgument, wordArgument } from '../arguments.ts'
import { setHyperlink } from '../../model/hyperlink.ts'
import type { Session } from '../session.ts'
import { needed, type Description, type WireObject } from '../wire.ts'
import { areaOf } from './place.ts'
import { getCellProperties, setCellProperties } from './properties.ts'
import { getRowProperties } from './rowproperties.ts'

type Edits = Required<Pick<Description<Place>, 'scalars' | 'paths' | 'actions'>>

const special = (session: Session, place: Place, type: string): WireObject | null => {
  const area = areaOf(place)
  const areas =
    type === 'Visible'
      ? visibleAreas(place.sheet, area)
      : typedCells(session.workbook, place.sheet, area, type)
  return areas.length === 0 ? null : session.objects.rangeAreas(place.sheet, areas)
}

/** The link of a range's first cell. */
const linkOf = (sheet: Worksheet, place: Place): unknown => {
  const area = areaOf(place)
  return sheet.hyperlinks.get(`${String(area.row)},${String(area.column)}`) ?? null
}

/** What changes the cells of a range themselves: clearing, inserting, deleting, links. */
export const rangeEdits = (session: Session): Edits => {
  const { workbook, objects } = session
  return {
    scalars: {
      Hyperlink: {
        get: (place) => linkOf(place.sheet, place),
        set: (place, value) => {
          const link = recordArgument(value)
          setHyperlink(workbook, place.sheet, areaOf(place), link)
        },
      },
    },
    paths: {
      Insert: (place, [shift]) => {
        const area = areaOf(place)
        insertCells(workbook, place.sheet, area, wordArgument(shift, ['Down', 'Right']))
        return objects.range(place.sheet, area)
      },
      GetSpecialCells: (place, [type]) => needed(special(session, place, textArgument(type))),
      GetSpecialCellsOrNullObject: (place, [type]) => special(session, place, textArgument(type)),
    },
    actions: {
      SetCellProperties: (place, [properties]) => {
        setCellProperties(session, place, properties)
      },
      GetRowProperties: (place, [asked]) => getRowProperties(place, asked),
      GetCellProperties: (place, [asked]) => getCellProperties(place, asked),
      Clear: (place, [kind]) => {
        const applies = wordArgument(optionalText(kind) ?? 'All', CLEAR_KINDS)
        clearArea(workbook, place.sheet, areaOf(place), applies)
      },
      Delete: (place, [shift]) => {
        const area = areaOf(place)
        removeCells(workbook, place.sheet, area, wordArgument(shift, ['Up', 'Left']))
        if (place.areas[0] && sameArea(place.areas[0], area)) place.lost = true
      },
    },
  }
}
