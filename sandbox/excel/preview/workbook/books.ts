/** The first workbook is Book1; the address of one that was opened from another says its number. */
export const bookNumber = (search: string): number => {
  const number = Number(new URLSearchParams(search).get('book'))
  return Number.isInteger(number) && number > 1 ? number : 1
}

export const bookName = (number: number): string => `Book${String(number)}`

/**
 * Opens new, empty workbooks, each in a window of its own with the next number.
 * @returns a function that tells whether the browser let the window open
 */
export function createWindows(page: Window): () => boolean {
  const { pathname, search } = page.location
  let last = bookNumber(search)
  return () => {
    const opened = page.open(`${pathname}?book=${String(last + 1)}`, '_blank')
    if (opened) last += 1
    return opened !== null
  }
}
