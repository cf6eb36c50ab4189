import { allSelected, moved, ticked } from './selection.ts'
import type { ListSelection } from './selection.ts'

/** What of a key event matters here. */
export interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/**
 * What a key does to the selection of a list of `size` rows, `page` of them in sight; null for keys
 * that are none of the list's.
 */
export function keyAction(
  event: Key,
  now: ListSelection,
  size: number,
  page: number,
): ListSelection | null {
  const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: now.focus + 1,
    ArrowUp: now.focus - 1,
    PageDown: now.focus + page,
    PageUp: now.focus - page,
    Home: 0,
    End: size - 1,
  }
  const to = targets[event.key]
  if (to !== undefined) return moved(now, to, size, keys)
  if (event.key === ' ') return ticked(now, now.focus)
  if (keys.ctrl && event.key.toLowerCase() === 'a') return allSelected(now, size)
  return null
}
