import { intersect } from '../../model/area.ts'
import { notify } from '../../model/notify.ts'
import { Refusal } from '../../model/refusal.ts'
import { nextNumber } from '../../model/sheets.ts'
import type { ConditionalFormat, ConditionalRule, Place } from '../../model/state.ts'
import { textArgument, wholeArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, notPlayed, type WireObject } from '../wire.ts'

const emptyRule = (type: string): ConditionalRule => {
  switch (type) {
    case 'Custom':
      return { kind: 'Custom', formula: '', expression: null }
    case 'CellValue':
      return { kind: 'CellValue', rule: null }
    case 'ContainsText':
      return { kind: 'ContainsText', rule: null }
    default:
      throw notPlayed('ConditionalFormatCollection', `add of type "${type}"`)
  }
}

/** `Excel.ConditionalFormatCollection`: the formats that touch a range, the newest first. */
export const conditionalFormatsClass = ({
  workbook,
  objects,
}: Session): ((place: Place) => WireObject) => {
  const touching = (place: Place): ConditionalFormat[] =>
    place.sheet.conditionalFormats.filter((format) =>
      format.areas.some((one) => place.areas.some((area) => intersect(one, area))),
    )
  const object = (place: Place, format: ConditionalFormat | undefined): WireObject => {
    if (!format) throw new Refusal('ItemNotFound')
    return objects.conditionalFormat(place.sheet, format)
  }
  const get = (place: Place, id: unknown): ConditionalFormat | undefined => {
    const wanted = textArgument(id)
    return touching(place).find((format) => format.id === wanted)
  }
  return describeClass<Place>({
    type: 'ConditionalFormatCollection',
    items: (place) => touching(place).map((format) => object(place, format)),
    item: (place, id) => object(place, get(place, id)),
    paths: {
      Add: (place, [type]) => {
        const format: ConditionalFormat = {
          id: `{CF${String(nextNumber(workbook))}}`,
          areas: [...place.areas],
          rule: emptyRule(textArgument(type)),
          style: {},
          stopIfTrue: false,
        }
        place.sheet.conditionalFormats.unshift(format)
        return object(place, format)
      },
      GetItem: (place, [id]) => object(place, get(place, id)),
      GetItemOrNullObject: (place, [id]) => {
        const found = get(place, id)
        return found ? object(place, found) : null
      },
      GetItemAt: (place, [index]) => object(place, touching(place)[wholeArgument(index)]),
    },
    actions: {
      GetCount: (place) => touching(place).length,
      ClearAll: (place) => {
        const gone = touching(place)
        place.sheet.conditionalFormats = place.sheet.conditionalFormats.filter(
          (format) => !gone.includes(format),
        )
        for (const area of place.areas)
          notify(workbook, { kind: 'format', sheet: place.sheet, area })
      },
    },
  })
}
