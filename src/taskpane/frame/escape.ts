/** What closes by Escape: Fluent draws dialogs, panels, menus and callouts in layers of their own. */
const open = '.ms-Layer-content'

/**
 * Keeps Escape from `window` while nothing is open in the pane: office.js listens there, and takes
 * the key as the wish to leave the pane. Returns what takes the listener off.
 */
export function keepEscape(pane: HTMLElement): () => void {
  const page = pane.ownerDocument
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || page.querySelector(open)) return
    // Panels that office.js draws itself, beside the pane, have their own use for the key.
    const { target } = event
    if (target === page.body || (target instanceof Node && pane.contains(target))) {
      event.stopPropagation()
    }
  }
  page.addEventListener('keydown', onKeyDown)
  return () => {
    page.removeEventListener('keydown', onKeyDown)
  }
}
