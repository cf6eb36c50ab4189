import type { Style } from '../style.ts'

/** Accent colours of the Office theme, in the order in which the built-in styles go through them. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47']
const BANDS = ['#D9D9D9', '#D9E1F2', '#FCE4D6', '#EDEDED', '#FFF2CC', '#DDEBF7', '#E2EFDA']
const NAME = /^TableStyle(Light|Medium|Dark)(\d+)$/

/** How a built-in table style draws headings and every other row; roughly, by family and accent. */
export const tableStyle = (name: string): { header: Style; band: Style } => {
  const found = NAME.exec(name)
  if (!found) return { header: {}, band: {} }
  const accent = (Number(found[2]) - 1) % ACCENTS.length
  const band = { fill: BANDS[accent] ?? '#D9E1F2' }
  if (found[1] === 'Light') return { header: { bold: true }, band }
  const fill = ACCENTS[accent] ?? '#4472C4'
  return { header: { bold: true, fill, fontColor: '#FFFFFF' }, band }
}
