import { ContextualMenu, type IContextualMenuItem } from '@fluentui/react'
import { isEntireColumn, isEntireRow } from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import type { UserOperation } from '../../model/operation.ts'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'
import { copySelection } from './gridKeys.ts'
import { type Axis, changeLines } from './lines.ts'

/** Where the menu was asked for, in pixels of the window. */
export interface MenuTarget {
  readonly left: number
  readonly top: number
}

interface CellMenuProps {
  target: MenuTarget
  snapshot: Snapshot
  client: WorkbookClient
  store: WorkbookStore
  dismiss(): void
}

/** The menu of the selected cells, rows or columns. */
export function CellMenu({ target, snapshot, client, store, dismiss }: CellMenuProps) {
  const { id: sheetId, selection: areas } = snapshot.sheet
  const operate = (operation: UserOperation) => () => {
    void store.operate(operation)
  }
  const lineItems = (axis: Axis): IContextualMenuItem[] => [
    {
      key: 'insert',
      text: `Insert ${axis}`,
      iconProps: { iconName: 'plus' },
      onClick: () => void changeLines(store, 'insert', axis),
    },
    {
      key: 'delete',
      text: `Delete ${axis}`,
      iconProps: { iconName: 'bin' },
      onClick: () => void changeLines(store, 'delete', axis),
    },
    {
      key: 'hide',
      text: `Hide ${axis}`,
      iconProps: { iconName: 'hidden' },
      onClick: () => void changeLines(store, 'hide', axis),
    },
    {
      key: 'show',
      text: `Unhide ${axis}`,
      iconProps: { iconName: 'shown' },
      onClick: () => void changeLines(store, 'show', axis),
    },
  ]
  const rows = areas.every(isEntireRow)
  const columns = !rows && areas.every(isEntireColumn)
  const items: IContextualMenuItem[] = [
    {
      key: 'copy',
      text: 'Copy',
      secondaryText: 'Ctrl+C',
      iconProps: { iconName: 'copy' },
      onClick: () => {
        void copySelection(client, store)
      },
    },
    {
      key: 'paste',
      text: 'Paste',
      secondaryText: 'Ctrl+V',
      iconProps: { iconName: 'paste' },
      onClick: () => {
        void navigator.clipboard
          .readText()
          .then((text) => store.operate({ do: 'paste', sheetId, areas, text }))
          .catch(() => {
            store.tell('The browser did not give out the clipboard. Use Ctrl+V.')
          })
      },
    },
    {
      key: 'clear',
      text: 'Clear contents',
      secondaryText: 'Del',
      onClick: operate({ do: 'clear', sheetId, areas }),
    },
    ...(rows || columns
      ? [{ key: 'line', itemType: 1 }, ...lineItems(rows ? 'rows' : 'columns')]
      : []),
  ]
  return (
    <ContextualMenu
      items={items}
      target={target}
      onDismiss={dismiss}
      ariaLabel="Cells"
      shouldFocusOnMount
    />
  )
}
