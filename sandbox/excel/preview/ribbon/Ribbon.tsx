import { type KeyboardEvent, type ReactNode, useState } from 'react'

export interface RibbonPage {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
}

/** The ribbon: its tabs, and what the open one holds. */
export function Ribbon({ pages, start }: { pages: readonly RibbonPage[]; start: string }) {
  const [openId, setOpenId] = useState(start)
  const open = pages.find(({ id }) => id === openId) ?? pages[0]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = pages.findIndex(({ id }) => id === open?.id)
    const next = pages[(at + by + pages.length) % pages.length]
    if (by === 0 || !next) return
    event.preventDefault()
    setOpenId(next.id)
    document.getElementById(`ribbon-tab-${next.id}`)?.focus()
  }

  return (
    <section className="ribbon" aria-label="Ribbon">
      <div className="ribbon-tabs" role="tablist" aria-label="Ribbon tabs">
        {pages.map(({ id, label }) => (
          <button
            key={id}
            id={`ribbon-tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === open?.id}
            aria-controls="ribbon-panel"
            tabIndex={id === open?.id ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => {
              setOpenId(id)
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        id="ribbon-panel"
        className="ribbon-panel"
        role="tabpanel"
        aria-labelledby={open ? `ribbon-tab-${open.id}` : undefined}
      >
        {open?.content}
      </div>
    </section>
  )
}
