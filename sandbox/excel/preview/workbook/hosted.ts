import type { HostedWorkbook } from '../../host/workbook.ts'
import type { WorkbookClient } from '../../model/client.ts'

/** The workbook in the worker, as the host side of office.js wants it. */
export function hostedWorkbook(client: WorkbookClient): HostedWorkbook {
  return {
    execute: (body, flags) => client.ask('execute', { body, flags }),
    selectedValues: () => client.ask('selectedValues', {}),
    async goTo(target) {
      const place = await client.ask('address', { text: target })
      if (!place) return false
      const { sheetId, areas } = place
      await client.ask('operation', { operation: { do: 'activate-sheet', sheetId } })
      await client.ask('operation', { operation: { do: 'select', sheetId, areas } })
      return true
    },
    onObjectEvents: (listener) =>
      client.subscribe((event) => {
        if (event.event === 'richapi') listener(event.entries)
      }),
    onSelectionChanged: (listener) =>
      client.subscribe((event) => {
        if (event.event === 'selection') listener()
      }),
  }
}
