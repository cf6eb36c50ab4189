import { freeze, freezeAt, frozenArea } from '../../model/panes.ts'
import type { Worksheet } from '../../model/state.ts'
import { wholeArgument } from '../arguments.ts'
import { rangeArgument } from '../range/place.ts'
import type { Session } from '../session.ts'
import { describeClass, needed, type WireObject } from '../wire.ts'

/** `Excel.WorksheetFreezePanes`. */
export const freezePanesClass = ({
  workbook,
  objects,
}: Session): ((sheet: Worksheet) => WireObject) => {
  const location = (sheet: Worksheet): WireObject | null => {
    const area = frozenArea(sheet)
    return area && objects.range(sheet, area)
  }
  return describeClass<Worksheet>({
    type: 'WorksheetFreezePanes',
    paths: {
      GetLocation: (sheet) => needed(location(sheet)),
      GetLocationOrNullObject: location,
    },
    actions: {
      FreezeRows: (sheet, [count]) => {
        freeze(workbook, sheet, wholeArgument(count ?? 1), 0)
      },
      FreezeColumns: (sheet, [count]) => {
        freeze(workbook, sheet, 0, wholeArgument(count ?? 1))
      },
      FreezeAt: (sheet, args) => {
        freezeAt(workbook, sheet, rangeArgument(workbook, sheet, args, 0).area)
      },
      Unfreeze: (sheet) => {
        freeze(workbook, sheet, 0, 0)
      },
    },
  })
}
