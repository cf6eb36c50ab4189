import { fullAddress } from '../../model/address.ts'
import { cellArea } from '../../model/area.ts'
import { restyle, styleAt } from '../../model/cells.ts'
import { notify } from '../../model/notify.ts'
import { readArea } from '../../model/read.ts'
import { Refusal, SHAPE_MESSAGE } from '../../model/refusal.ts'
import type { Place } from '../../model/state.ts'
import type { Style } from '../../model/style.ts'
import {
  colorArgument,
  isRecord,
  listArgument,
  recordArgument,
  truthArgument,
} from '../arguments.ts'
import type { Session } from '../session.ts'
import { notPlayed, type Fields } from '../wire.ts'
import { areaOf } from './place.ts'

/** What one cell's `SettableCellProperties` change: fill and font colour, bold, italic. */
const readStyle = (properties: unknown): Partial<Style> => {
  const part: Record<string, unknown> = {}
  const { format, ...others } = recordArgument(properties)
  for (const name of Object.keys(others)) throw notPlayed('SettableCellProperties', name)
  for (const [group, values] of Object.entries(isRecord(format) ? format : {})) {
    for (const [name, value] of Object.entries(recordArgument(values))) {
      if (group === 'fill' && name === 'color') part['fill'] = colorArgument(value)
      else if (group === 'font' && name === 'color') part['fontColor'] = colorArgument(value)
      else if (group === 'font' && (name === 'bold' || name === 'italic')) {
        part[name] = truthArgument(value)
      } else throw notPlayed('SettableCellProperties', `format.${group}.${name}`)
    }
  }
  return part
}

/** `range.setCellProperties`: one object a cell. */
export const setCellProperties = (session: Session, place: Place, value: unknown): void => {
  const area = areaOf(place)
  const lines = listArgument(value).map(listArgument)
  const fits = lines.length === area.rows && lines.every((line) => line.length === area.columns)
  if (!fits) throw new Refusal('InvalidArgument', SHAPE_MESSAGE)
  lines.forEach((line, row) => {
    line.forEach((one, column) => {
      const part = readStyle(one)
      const cell = cellArea(area.row + row, area.column + column)
      if (Object.keys(part).length > 0) {
        restyle(place.sheet.cells, cell, (style) => ({ ...style, ...part }))
      }
    })
  })
  notify(session.workbook, { kind: 'format', sheet: place.sheet, area })
}

/** `range.getCellProperties`: what was asked for, cell by cell. */
export const getCellProperties = (place: Place, asked: unknown): unknown => {
  const wanted = recordArgument(asked)
  const format = isRecord(wanted['format']) ? wanted['format'] : {}
  const of = (style: Style): Fields => ({
    ...(isRecord(format['fill']) && { fill: { color: style.fill ?? null } }),
    ...(isRecord(format['font']) && {
      font: {
        color: style.fontColor ?? '#000000',
        bold: style.bold ?? false,
        italic: style.italic ?? false,
      },
    }),
  })
  return readArea(areaOf(place), (row, column) => ({
    ...(wanted['address'] === true && {
      address: fullAddress(place.sheet.name, cellArea(row, column)),
    }),
    ...(wanted['format'] !== undefined && { format: of(styleAt(place.sheet.cells, row, column)) }),
  }))
}
