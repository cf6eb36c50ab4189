const mark = 'ebs-plr.dialog-asked'

/**
 * The session storage of the dialog window. A window starts with a copy of its opener's: what msal
 * noted there of a popup that never came back would look like this window's own request, and end it.
 */
export interface DialogStorage {
  /** To be called first on every load: leaves only what this window itself began. */
  open(): void
  /** To be called before leaving for the sign-in service. */
  leaving(): void
}

export function createDialogStorage(storage: Storage): DialogStorage {
  return {
    open() {
      if (storage.getItem(mark) === null) {
        const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at))
        for (const key of keys) if (key?.startsWith('msal.')) storage.removeItem(key)
      }
      storage.removeItem(mark)
    },
    leaving() {
      storage.setItem(mark, '1')
    },
  }
}
