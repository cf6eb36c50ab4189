import { useEffect, useRef } from 'react'
import type { DialogRequest } from '../../host/surface.ts'
import { Icon } from '../theme/icons.tsx'
import { AddinFrame } from './AddinFrame.tsx'

interface AddinDialogProps {
  title: string
  dialog: DialogRequest
  attach(window: Window | null): void
  close(): void
}

/** A dialog the add-in asked the host to draw (`displayInIframe`). */
export function AddinDialog({ title, dialog, attach, close }: AddinDialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    element.current?.showModal()
  }, [])
  return (
    <dialog
      ref={element}
      className="addin-dialog"
      aria-label={title}
      style={{ width: `${String(dialog.width)}vw`, height: `${String(dialog.height)}vh` }}
      onClose={close}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label="Close dialog" onClick={close}>
          <Icon shape="cross" />
        </button>
      </header>
      <AddinFrame title={title} src={dialog.src} name={dialog.name} attach={attach} />
    </dialog>
  )
}
