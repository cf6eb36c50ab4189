import type { KeyboardEvent } from 'react'
import type { WorkbookClient } from '../../model/client.ts'
import type { Editing } from '../workbook/editing.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import type { Keystroke } from './keys.ts'

interface GridKeysParts {
  event: KeyboardEvent
  client: WorkbookClient
  store: WorkbookStore
  editing: Editing
  /** Moves the selection; false when the key does not. */
  move(stroke: Keystroke): boolean
}

/** Puts the selected cells on the clipboard, as Excel does: tab-separated, without hidden rows. */
export async function copySelection(client: WorkbookClient, store: WorkbookStore): Promise<void> {
  try {
    await navigator.clipboard.writeText(await client.ask('copy', {}))
  } catch (cause) {
    store.tell(cause instanceof Error ? cause.message : 'The cells could not be copied.')
  }
}

const clearSelection = (store: WorkbookStore) => {
  const { id: sheetId, selection: areas } = store.get().sheet
  void store.operate({ do: 'clear', sheetId, areas })
}

const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey

/** What a key does on the sheet when no cell is being typed into; false leaves it to the browser. */
export function gridKeys({ event, client, store, editing, move }: GridKeysParts): boolean {
  const ctrl = event.ctrlKey || event.metaKey
  const letter = ctrl && !event.shiftKey ? event.key.toLowerCase() : ''
  if (move({ key: event.key, shift: event.shiftKey, ctrl })) return true
  if (letter === 'c') {
    void copySelection(client, store)
    return true
  }
  if (letter === 'z') {
    void store.operate({ do: 'undo' })
    return true
  }
  if (letter === 's') {
    void store.operate({ do: 'save' })
    return true
  }
  if (event.key === 'Delete') {
    clearSelection(store)
    return true
  }
  if (event.key === 'F2') {
    editing.edit('cell')
    return true
  }
  if (event.key === 'Backspace') {
    editing.enter('')
    return true
  }
  if (!isText(event)) return false
  editing.enter(event.key)
  return true
}
