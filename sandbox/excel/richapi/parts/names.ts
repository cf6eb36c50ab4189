import { formatArea, fullAddress, parseArea, quoteSheet } from '../../model/address.ts'
import { Refusal } from '../../model/refusal.ts'
import type { NamedItem } from '../../model/state.ts'
import { findTable } from '../../model/table.ts'
import { objectArgument, optionalText, textArgument, truthArgument } from '../arguments.ts'
import { areaOf, placeOn, readAddress } from '../range/place.ts'
import type { Session } from '../session.ts'
import { describeClass, needed, notPlayed, type WireObject } from '../wire.ts'

/** `Excel.NamedItemCollection` of the workbook: names of ranges. Other names are not played. */
export const namesClass = ({ workbook, objects }: Session): (() => WireObject) => {
  const address = ({ place }: NamedItem): string => fullAddress(place.sheet.name, areaOf(place))
  const item = describeClass<NamedItem>({
    type: 'NamedItem',
    identity: ({ name }) => ({ _Id: name }),
    check: (named) => {
      if (!workbook.names.includes(named)) throw new Refusal('ItemNotFound')
    },
    scalars: {
      Name: { get: ({ name }) => name },
      Type: { get: () => 'Range' },
      Value: { get: address },
      Formula: {
        get: ({ place }) => `=${quoteSheet(place.sheet.name)}!${formatArea(areaOf(place), '$')}`,
      },
      Visible: {
        get: ({ visible }) => visible,
        set: (named, value) => {
          named.visible = truthArgument(value)
        },
      },
      Comment: {
        get: ({ comment }) => comment,
        set: (named, value) => {
          named.comment = textArgument(value)
        },
      },
      Scope: { get: () => 'Workbook' },
    },
    paths: {
      GetRange: ({ place }) => objects.range(place.sheet, areaOf(place)),
      GetRangeOrNullObject: ({ place }) =>
        place.lost ? null : objects.range(place.sheet, areaOf(place)),
    },
    actions: {
      Delete: (named) => {
        workbook.places.delete(named.place)
        workbook.names = workbook.names.filter((one) => one !== named)
        workbook.revision += 1
      },
    },
  })
  const get = (key: unknown): WireObject | null => {
    const wanted = textArgument(key).toLowerCase()
    const named = workbook.names.find((one) => one.name.toLowerCase() === wanted)
    return named ? item(named) : null
  }
  const checkName = (name: string): void => {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseArea(name)) {
      throw new Refusal('InvalidArgument')
    }
    if (get(name) || findTable(workbook, name)) throw new Refusal('ItemAlreadyExists')
  }
  const collection = describeClass<null>({
    type: 'NamedItemCollection',
    items: () => workbook.names.map(item),
    item: (_, key) => needed(get(key)),
    paths: {
      Add: (_, args) => {
        const name = textArgument(args[0])
        checkName(name)
        const given = objectArgument(args, 1)
        const formula = given ? '' : textArgument(args[1])
        if (!given && !formula.startsWith('='))
          throw notPlayed('NamedItemCollection', 'add a value')
        const place =
          given?.place ??
          ((): NamedItem['place'] => {
            const found = readAddress(workbook, workbook.activeSheet, formula.slice(1))
            return placeOn(found.sheet, [found.area])
          })()
        const named: NamedItem = {
          name,
          place: placeOn(place.sheet, [areaOf(place)]),
          comment: optionalText(args[2]) ?? '',
          visible: true,
        }
        workbook.places.add(named.place)
        workbook.names.push(named)
        workbook.revision += 1
        return item(named)
      },
      GetItem: (_, [key]) => needed(get(key)),
      GetItemOrNullObject: (_, [key]) => get(key),
    },
    actions: { GetCount: () => workbook.names.length },
  })
  return () => collection(null)
}
