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

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

/** The field over the cell that is typed into. */
export function CellEditor({ box, address, editing, leave }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null)
  const { draft } = editing
  const inCell = draft?.place === 'cell'
  const text = draft?.text ?? ''
  // In a formula they move the caret: pointing at cells is not played.
  const entered = draft?.mode === 'enter' && !/^[=+-]/.test(text)

  useEffect(() => {
    if (!inCell || !field.current) return
    field.current.focus()
    const end = field.current.value.length
    field.current.setSelectionRange(end, end)
  }, [inCell])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'F2') editing.turnMode()
    const moves =
      event.key === 'Enter' || event.key === 'Tab' || (entered && arrows.includes(event.key))
    if (!moves && event.key !== 'Escape') return
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
        if (inCell) editing.leave()
      }}
    />
  )
}
