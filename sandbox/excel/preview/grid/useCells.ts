import { useEffect, useMemo, useState } from 'react'
import type { WorkbookClient } from '../../model/client.ts'
import { type CellCache, createCellCache } from '../workbook/cellCache.ts'

/** The cells of one sheet, asked for as they are shown. `version` rises whenever some look otherwise. */
export function useCells(
  client: WorkbookClient,
  sheetId: string,
): { cells: CellCache; version: number } {
  const [version, setVersion] = useState(0)
  const cells = useMemo(
    () =>
      createCellCache({
        ask: (window) => client.ask('window', { sheetId, ...window }),
        arrived: () => {
          setVersion((now) => now + 1)
        },
      }),
    [client, sheetId],
  )
  useEffect(
    () =>
      client.subscribe((event) => {
        const ours =
          (event.event === 'cells' || event.event === 'sheet') && event.sheetId === sheetId
        if (ours) cells.invalidate()
      }),
    [client, cells, sheetId],
  )
  return { cells, version }
}
