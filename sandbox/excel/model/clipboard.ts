import papa from 'papaparse'

/** Lines of tab-separated cells as Excel puts them on the clipboard: quotes keep tabs and line ends. */
export const writeClipboard = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map(quoted).join('\t')).join('\n')

const quoted = (text: string): string =>
  /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** The cells of text from the clipboard. A text that is quoted only by its look is taken as it stands. */
export const readClipboard = (text: string): string[][] => {
  if (text === '') return []
  const lines = text.replace(/\r?\n$/, '')
  const { data, errors } = papa.parse<string[]>(lines, { delimiter: '\t' })
  const broken = errors.some(({ type }) => type === 'Quotes')
  if (broken || data.length === 0) return lines.split(/\r?\n/).map((line) => line.split('\t'))
  return data
}
