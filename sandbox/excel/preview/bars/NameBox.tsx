import { type KeyboardEvent, useState } from 'react'
import { formatArea } from '../../model/address.ts'
import { cellArea } from '../../model/area.ts'
import { focusSheet } from '../grid/focus.ts'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'

/** Shows where the active cell is; an address typed here, also of several areas, selects it. */
export function NameBox({ store, snapshot }: { store: WorkbookStore; snapshot: Snapshot }) {
  const [typed, setTyped] = useState<string | null>(null)
  const { activeCell } = snapshot.sheet
  const address = formatArea(cellArea(activeCell.row, activeCell.column))

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      setTyped(null)
      focusSheet()
    }
    if (event.key !== 'Enter') return
    const { value } = event.currentTarget
    void store.goTo(value).then((found) => {
      setTyped(null)
      if (!found)
        store.tell(`There is no “${value}” in this workbook. Type an address such as A5:C9,F2.`)
      focusSheet()
    })
  }

  return (
    <input
      className="name-box"
      aria-label="Name Box"
      spellCheck={false}
      value={typed ?? address}
      onFocus={(event) => {
        setTyped(address)
        event.target.select()
      }}
      onBlur={() => {
        setTyped(null)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
