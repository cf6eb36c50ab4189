/** Excel's limit for the text of one cell. */
export const longestCellText = 32_767

const unholdable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu
const loneSurrogate = /[\ud800-\udfff]/gu

/**
 * A text as it may be put into a cell that is formatted as text. Such a cell never takes a formula; what
 * is left is a leading apostrophe, which Excel may swallow as its own mark for text (an apostrophe of
 * typography stands for it), characters that no workbook file can hold, and Excel's length limit.
 */
export function safeText(text: string): string {
  const holdable = text
    .replace(unholdable, '')
    .replace(loneSurrogate, '\ufffd')
    .replace(/^'/, '\u2019')
  return holdable.length <= longestCellText
    ? holdable
    : `${holdable.slice(0, longestCellText - 1)}…`
}

/** Whether a text would start a formula, or be read as one by a program that opens a CSV file. */
export function startsFormula(text: string): boolean {
  return /^(?:[=+\-@\uff0b\uff0d\uff1d\uff20]|\p{Cc})/u.test(text)
}
