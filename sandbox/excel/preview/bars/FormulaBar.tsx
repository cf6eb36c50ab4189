import type { KeyboardEvent } from 'react'
import { focusSheet } from '../grid/focus.ts'
import { Icon } from '../theme/icons.tsx'
import type { Editing } from '../workbook/editing.ts'
import type { Snapshot } from '../workbook/store.ts'

/** What the active cell holds; typing here writes into it. */
export function FormulaBar({ snapshot, editing }: { snapshot: Snapshot; editing: Editing }) {
  const { draft } = editing
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') editing.cancel()
    else void editing.commit()
    focusSheet()
  }
  return (
    <>
      <div className="formula-buttons">
        <button
          type="button"
          aria-label="Cancel typing"
          disabled={!draft}
          onMouseDown={(event) => {
            event.preventDefault()
          }}
          onClick={editing.cancel}
        >
          <Icon shape="cross" />
        </button>
        <button
          type="button"
          aria-label="Enter what was typed"
          disabled={!draft}
          onMouseDown={(event) => {
            event.preventDefault()
          }}
          onClick={() => {
            void editing.commit()
          }}
        >
          <Icon shape="tick" />
        </button>
        <span className="fx" aria-hidden="true">
          fx
        </span>
      </div>
      <input
        className="formula-bar"
        aria-label="Formula Bar"
        spellCheck={false}
        value={draft ? draft.text : snapshot.content.formula}
        onFocus={() => {
          if (!draft) editing.edit('bar', snapshot.content.formula)
        }}
        onBlur={() => {
          if (draft?.place === 'bar') editing.leave()
        }}
        onChange={(event) => {
          editing.change(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
    </>
  )
}
