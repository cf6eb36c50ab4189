import type { HostedFrame } from '../../host/host.ts'
import type { DialogRequest, HostSurface } from '../../host/surface.ts'

/** The add-in's frames on the page. */
export interface PaneState {
  /** The task pane's frame; null while it is closed. */
  readonly pane: HostedFrame | null
  /** A pane that hides itself keeps running. */
  readonly visible: boolean
  /** The hidden frame of the function commands, once one was called. */
  readonly functions: HostedFrame | null
  readonly dialog: DialogRequest | null
}

export interface PaneStore {
  get(): PaneState
  subscribe(listener: () => void): () => void
  put(next: Partial<PaneState>): void
  /** What the host asks of the page. @param elsewhere what has nothing to do with frames */
  surface(elsewhere: Pick<HostSurface, 'openWorkbook' | 'notice' | 'refused'>): HostSurface
}

export function createPaneStore(): PaneStore {
  const listeners = new Set<() => void>()
  let state: PaneState = { pane: null, visible: true, functions: null, dialog: null }
  const put = (next: Partial<PaneState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put,
    surface: (elsewhere) => ({
      ...elsewhere,
      openDialog: (dialog) => {
        put({ dialog })
      },
      closeDialog: (id) => {
        if (state.dialog?.id === id) put({ dialog: null })
      },
      showPane: (visible) => {
        put({ visible })
      },
    }),
  }
}
