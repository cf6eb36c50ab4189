import { ContextualMenu, type IContextualMenuItem } from '@fluentui/react'
import { isEntireColumn, isEntireRow } from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import type { UserOperation } from '../../model/operation.ts'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'
import { copySelection } from './gridKeys.ts'

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

type LineVerb = 'hide' | 'show' | 'insert' | 'delete'

/** The menu of the selected cells, rows or columns. */
export function CellMenu({ target, snapshot, client, store, dismiss }: CellMenuProps) {
  const { id: sheetId, selection: areas, activeCell } = snapshot.sheet
  const operate = (operation: UserOperation) => () => {
    void store.operate(operation)
  }
  const lines = (verb: LineVerb, axis: 'rows' | 'columns') => () => {
    const ordered = [...areas].sort((a, b) => b.row - a.row || b.column - a.column)
    void ordered.reduce(async (before, area) => {
      await before
      const [first, count] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns]
      await store.operate({ do: verb, axis, sheetId, first, count })
    }, Promise.resolve())
  }
  const lineItems = (axis: 'rows' | 'columns'): IContextualMenuItem[] => [
    {
      key: 'insert',
      text: `Insert ${axis}`,
      iconProps: { iconName: 'plus' },
      onClick: lines('insert', axis),
    },
    {
      key: 'delete',
      text: `Delete ${axis}`,
      iconProps: { iconName: 'bin' },
      onClick: lines('delete', axis),
    },
    {
      key: 'hide',
      text: `Hide ${axis}`,
      iconProps: { iconName: 'hidden' },
      onClick: lines('hide', axis),
    },
    {
      key: 'show',
      text: `Unhide ${axis}`,
      iconProps: { iconName: 'shown' },
      onClick: lines('show', axis),
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
          .then((text) => store.operate({ do: 'paste', sheetId, ...activeCell, text }))
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
