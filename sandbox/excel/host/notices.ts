import type { Notice } from './surface.ts'

/** F2 pressed, and a frame with nothing to focus. Escape (15) stays the page's own: it closes menus. */
const backToSheet = new Set([16, 17])

/** Reads a `notifyHost`: `[add-in id, code, …]`. What the host has no use for is null. */
export function readNotice(data: unknown): Notice | null {
  if (!Array.isArray(data)) return null
  const code: unknown = data[1]
  if (code === 13 || code === 14) return { kind: 'tabbed-out', backwards: code === 14 }
  return typeof code === 'number' && backToSheet.has(code) ? { kind: 'back-to-sheet' } : null
}
