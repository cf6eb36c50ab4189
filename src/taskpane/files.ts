import type { ExportTable } from '../office/workbook/port.ts'
import type { SavedFile } from './services.ts'

/** The file of an export; what makes it is loaded when it is first asked for. */
export async function makeFile(kind: 'csv' | 'xlsx', table: ExportTable): Promise<Blob> {
  if (kind === 'xlsx') {
    const { toXlsx } = await import('../office/export/xlsx.ts')
    return toXlsx(table)
  }
  const { toCsv } = await import('../office/export/csv.ts')
  return new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' })
}

/** Hands a file to the browser as a download. */
export function saveFile({ name, content }: SavedFile): Promise<void> {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the file only after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
  return Promise.resolve()
}
