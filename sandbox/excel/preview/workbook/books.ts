import type { WorkbookOptions } from '../../model/book.ts'

/** The first workbook is the first book; the address of one that was opened from another says its number. */
const bookNumber = (query: URLSearchParams): number => {
  const number = Number(query.get('book'))
  return Number.isInteger(number) && number > 1 ? number : 1
}

/** The workbook that an address asks for: `?book=2`, `?saved=1`. */
export function readOptions(search: string): WorkbookOptions {
  const query = new URLSearchParams(search)
  const saved = query.get('saved') === '1'
  return { name: `Book${String(bookNumber(query))}`, previouslySaved: saved, autoSave: saved }
}

/**
 * Opens new, empty workbooks, each in a window of its own with the next number.
 * @returns a function that tells whether the browser let the window open
 */
export function createWindows(page: Window): () => boolean {
  const { pathname, search } = page.location
  let last = bookNumber(new URLSearchParams(search))
  return () => {
    const opened = page.open(`${pathname}?book=${String(last + 1)}`, '_blank')
    if (opened) last += 1
    return opened !== null
  }
}
