import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { rowHeight } from './listStyles.ts'

/** Rows drawn above and below those in sight, so that scrolling shows no holes. */
const spare = 10

/** Which rows of a scrolling list are in sight, and how many make a page. */
export function useWindow(box: RefObject<HTMLElement | null>, total: number) {
  const [view, setView] = useState({ top: 0, height: 400 })
  useEffect(() => {
    const list = box.current
    if (!list) return
    const look = () => {
      setView({ top: list.scrollTop, height: list.clientHeight })
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(list)
    list.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      list.removeEventListener('scroll', look)
    }
  }, [box])
  const page = Math.max(1, Math.floor(view.height / rowHeight))
  const first = Math.max(0, Math.min(Math.floor(view.top / rowHeight), total) - spare)
  const end = Math.min(total, Math.ceil((view.top + view.height) / rowHeight) + spare)
  return { first, end: Math.max(first, end), page }
}
