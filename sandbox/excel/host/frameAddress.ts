/** What a frame is to the host: the task pane, a dialog drawn by the host, or a function file. */
export type FrameKind = 'pane' | 'dialog' | 'functions'

export interface FrameAddress {
  /** What goes into `iframe.src`. */
  src: string
  /** What goes into `iframe.name`: office.js falls back to it, and dialogs cannot do without. */
  name: string
}

interface AddressParts {
  url: string
  kind: FrameKind
  conversationId: string
  addinId: string
  hostOrigin: string
  locale: string
}

/** The address by which office.js learns who its host is (`_host_Info`, `_xdm_Info`). */
export function frameAddress(parts: AddressParts): FrameAddress {
  const dialog = parts.kind === 'dialog' ? 'isDialog' : ''
  const hostInfo = `Excel$Web$16.00$${parts.locale}$${parts.conversationId}$${dialog}$$0`
  const xdmInfo = `${parts.conversationId}|${parts.addinId}|${parts.hostOrigin}`
  const url = new URL(parts.url)
  const query = `${url.search === '' ? '?' : '&'}_host_Info=${hostInfo}`
  const fragment = `${url.hash === '' ? '#' : url.hash}&_xdm_Info=${encodeURIComponent(xdmInfo)}`
  return {
    src: url.origin + url.pathname + url.search + query + fragment,
    name: JSON.stringify({ baseFrameName: parts.kind, hostInfo, xdmInfo, serializerVersion: 1 }),
  }
}
