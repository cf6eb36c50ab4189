import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { HostedFrame } from '../../host/host.ts'
import { Icon } from '../theme/icons.tsx'
import { AddinFrame } from './AddinFrame.tsx'

interface TaskPaneProps {
  title: string
  frame: HostedFrame
  visible: boolean
  close(): void
}

const narrowest = 320
const widest = 600
const usual = 350
const clamp = (width: number) => Math.min(Math.max(width, narrowest), widest)

/** The task pane on the right: its edge can be dragged, or moved with the arrow keys. */
export function TaskPane({ title, frame, visible, close }: TaskPaneProps) {
  const [width, setWidth] = useState(usual)
  const [dragging, setDragging] = useState(false)

  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') setWidth(clamp(width + 10))
    if (key === 'ArrowRight') setWidth(clamp(width - 10))
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging(true)
  }
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (dragging) setWidth(clamp(window.innerWidth - clientX))
  }

  return (
    <aside
      className={dragging ? 'task-pane dragging' : 'task-pane'}
      aria-label="Task pane"
      hidden={!visible}
      style={{ width }}
    >
      <button
        type="button"
        className="pane-edge"
        aria-label={`Width of the task pane: ${String(width)} pixels. Change it with the arrow keys.`}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onLostPointerCapture={() => {
          setDragging(false)
        }}
      />
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label="Close task pane" title="Close" onClick={close}>
          <Icon shape="cross" />
        </button>
      </header>
      <AddinFrame title={title} src={frame.src} name={frame.name} attach={frame.attach} />
    </aside>
  )
}
