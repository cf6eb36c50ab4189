import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Editing } from '../workbook/editing.ts'
import type { Box } from './geometry.ts'
import type { Keystroke } from './keys.ts'

interface CellEditorProps {
  box: Box
  address: string
  editing: Editing
  /** Gives the keyboard back to the sheet; goes on from the cell by Enter or Tab. */
  leave(stroke: Keystroke | null): void
}

/** The field over the cell that is typed into. */
export function CellEditor({ box, address, editing, leave }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null)
  const { draft } = editing
  const inCell = draft?.place === 'cell'
  const text = draft?.text ?? ''

  useEffect(() => {
    if (!inCell || !field.current) return
    field.current.focus()
    const end = field.current.value.length
    field.current.setSelectionRange(end, end)
  }, [inCell])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') {
      editing.cancel()
      leave(null)
      return
    }
    const stroke = { key: event.key, shift: event.shiftKey, ctrl: false }
    // Not after the workbook has answered: what is typed meanwhile belongs to the next cell.
    void editing.commit()
    leave(stroke)
  }

  return (
    <input
      ref={field}
      className="cell-editor"
      aria-label={`Cell ${address}`}
      value={text}
      readOnly={!inCell}
      tabIndex={inCell ? 0 : -1}
      style={{
        left: box.left - 1,
        top: box.top - 1,
        height: box.height + 1,
        width: Math.max(box.width + 1, text.length * 7.2 + 16),
      }}
      onChange={(event) => {
        editing.change(event.target.value)
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (inCell) void editing.commit()
      }}
    />
  )
}
