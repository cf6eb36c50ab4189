import { restyle } from './cells.ts'
import { cellArea, type Area } from './area.ts'
import type { Workbook } from './book.ts'
import type { Hyperlink, Worksheet } from './state.ts'
import { writeValues } from './write.ts'

const textIn = (link: Record<string, unknown>, name: keyof Hyperlink): Partial<Hyperlink> => {
  const value = link[name]
  return typeof value === 'string' ? { [name]: value } : {}
}

/** Puts a link on the first cell of an area; its text becomes the cell's. */
export const setHyperlink = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  given: Record<string, unknown>,
): void => {
  const link: Hyperlink = {
    ...textIn(given, 'address'),
    ...textIn(given, 'documentReference'),
    ...textIn(given, 'textToDisplay'),
    ...textIn(given, 'screenTip'),
  }
  const cell = cellArea(area.row, area.column)
  sheet.hyperlinks.set(`${String(area.row)},${String(area.column)}`, link)
  const text = link.textToDisplay ?? link.address ?? link.documentReference
  restyle(sheet.cells, cell, (style) => ({ ...style, fontColor: '#0563C1', underline: 'Single' }))
  if (text !== undefined) writeValues(workbook, sheet, cell, text)
}
