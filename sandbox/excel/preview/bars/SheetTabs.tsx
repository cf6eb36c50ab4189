import { ContextualMenu, type IContextualMenuItem } from '@fluentui/react'
import { useState } from 'react'
import type { SheetTab } from '../../model/protocol.ts'
import { focusSheet } from '../grid/focus.ts'
import { Icon } from '../theme/icons.tsx'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'

interface TabMenu {
  readonly sheet: SheetTab
  readonly at: { readonly left: number; readonly top: number }
}

/** The workbook's worksheets: click shows one, a double click renames it, the menu has the rest. */
export function SheetTabs({ store, snapshot }: { store: WorkbookStore; snapshot: Snapshot }) {
  const [menu, setMenu] = useState<TabMenu | null>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const { sheets, activeSheetId } = snapshot.workbook
  const shown = sheets.filter(({ visibility }) => visibility === 'Visible')
  const hidden = sheets.filter(({ visibility }) => visibility === 'Hidden')

  const rename = (sheet: SheetTab, name: string) => {
    setRenaming(null)
    if (name !== sheet.name) void store.operate({ do: 'rename-sheet', sheetId: sheet.id, name })
  }
  const items = ({ sheet }: TabMenu): IContextualMenuItem[] => {
    const sheetId = sheet.id
    const item = (key: string, text: string, iconName: string, onClick: () => void) => ({
      key,
      text,
      iconProps: { iconName },
      onClick,
    })
    return [
      item('rename', 'Rename', 'pencil', () => {
        setRenaming(sheetId)
      }),
      item('copy', 'Duplicate', 'copy', () => {
        void store.operate({ do: 'copy-sheet', sheetId })
      }),
      item('delete', 'Delete', 'bin', () => {
        void store.operate({ do: 'delete-sheet', sheetId })
      }),
      item('hide', 'Hide', 'hidden', () => {
        void store.operate({ do: 'hide-sheet', sheetId })
      }),
      ...hidden.map(({ id, name }) =>
        item(`show ${id}`, `Show ${name}`, 'shown', () => {
          void store.operate({ do: 'show-sheet', sheetId: id })
        }),
      ),
    ]
  }

  return (
    <nav className="sheet-tabs" aria-label="Sheet tabs">
      <div role="tablist" aria-label="Worksheets">
        {shown.map((sheet) =>
          renaming === sheet.id ? (
            <input
              key={sheet.id}
              className="tab-name"
              aria-label="Name of the worksheet"
              defaultValue={sheet.name}
              maxLength={31}
              size={Math.max(sheet.name.length, 6)}
              ref={(field) => field?.select()}
              onBlur={(event) => {
                rename(sheet, event.target.value)
              }}
              onKeyDown={({ key, currentTarget }) => {
                if (key === 'Enter') currentTarget.blur()
                if (key === 'Escape') setRenaming(null)
              }}
            />
          ) : (
            <button
              key={sheet.id}
              type="button"
              role="tab"
              aria-selected={sheet.id === activeSheetId}
              style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : undefined}
              onClick={({ detail }) => {
                void store.operate({ do: 'activate-sheet', sheetId: sheet.id })
                // With the keyboard one goes on along the tabs.
                if (detail > 0) focusSheet()
              }}
              onDoubleClick={() => {
                setRenaming(sheet.id)
              }}
              onContextMenu={(event) => {
                event.preventDefault()
                const { left, top } = event.currentTarget.getBoundingClientRect()
                setMenu({ sheet, at: { left, top } })
              }}
            >
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <button
        type="button"
        className="add-sheet"
        aria-label="New sheet"
        title="New sheet"
        onClick={() => {
          void store.operate({ do: 'add-sheet' })
          focusSheet()
        }}
      >
        <Icon shape="plus" />
      </button>
      {menu && (
        <ContextualMenu
          items={items(menu)}
          target={menu.at}
          ariaLabel={`Worksheet ${menu.sheet.name}`}
          shouldFocusOnMount
          onDismiss={() => {
            setMenu(null)
          }}
        />
      )}
    </nav>
  )
}
