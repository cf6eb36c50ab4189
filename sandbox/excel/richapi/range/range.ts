import { fullAddress } from '../../model/address.ts'
import { activateSheet } from '../../model/sheets.ts'
import { Refusal } from '../../model/refusal.ts'
import { select } from '../../model/select.ts'
import type { Place } from '../../model/state.ts'
import type { Session } from '../session.ts'
import { describeClass, type WireObject } from '../wire.ts'
import { cellScalars, positionScalars, validateArraySize } from './cells.ts'
import { rangePaths } from './paths.ts'
import { areaOf } from './place.ts'
import { rangeEdits } from './edits.ts'
import { hiddenScalars } from './hidden.ts'

/** Refuses what is asked of cells that are gone. */
export const checkPlace = (place: Place): void => {
  if (place.lost) throw new Refusal('InvalidReference')
}

/** `Excel.Range`. */
export const rangeClass = (session: Session): ((place: Place) => WireObject) => {
  const { workbook, objects } = session
  const address = (place: Place): string => fullAddress(place.sheet.name, areaOf(place))
  const edits = rangeEdits(session)
  return describeClass<Place>({
    type: 'Range',
    check: checkPlace,
    place: (place) => place,
    identity: (place) => {
      const id = session.referenceOf(place)
      return id === null ? {} : { _ReferenceId: id }
    },
    scalars: {
      Address: { get: address },
      AddressLocal: { get: address },
      ...positionScalars,
      ...cellScalars(session),
      ...hiddenScalars(session),
      ...edits.scalars,
    },
    objects: {
      Worksheet: (place) => objects.worksheet(place.sheet),
      Format: (place) => objects.rangeFormat(place),
      Sort: (place) => objects.rangeSort(place),
      ConditionalFormats: (place) => objects.conditionalFormats(place),
      DataValidation: (place) => objects.dataValidation(place),
    },
    paths: { ...rangePaths(session), ...edits.paths },
    actions: {
      Select: (place) => {
        activateSheet(workbook, place.sheet)
        select(workbook, place.sheet, place.areas)
      },
      _ValidateArraySize: (place, [rows, columns]) => {
        validateArraySize(place, rows, columns)
      },
      ...edits.actions,
    },
  })
}
