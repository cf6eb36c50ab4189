import type { DialogOptions, DialogResult, OpenedDialog } from './port.ts'

/** Office's error numbers for a dialog that did not open. */
const refusals: Readonly<Record<number, 'ignored' | 'blocked' | 'already-open'>> = {
  12_007: 'already-open',
  12_009: 'ignored',
  12_011: 'blocked',
}

/** Opens a window through Office and waits for its first message, or for its end. */
export function openDialog(
  office: typeof Office,
  { url, width, height }: DialogOptions,
): Promise<OpenedDialog> {
  return new Promise((resolve) => {
    office.context.ui.displayDialogAsync(url, { width, height }, (opened) => {
      if (opened.status !== office.AsyncResultStatus.Succeeded) {
        resolve({ kind: 'refused', why: refusals[opened.error.code] ?? 'failed' })
        return
      }
      const dialog = opened.value
      let end: (result: DialogResult) => void = () => undefined
      const result = new Promise<DialogResult>((settle) => {
        end = settle
      })
      dialog.addEventHandler(office.EventType.DialogMessageReceived, (event) => {
        if ('message' in event) end({ kind: 'message', text: event.message })
      })
      dialog.addEventHandler(office.EventType.DialogEventReceived, () => {
        end({ kind: 'closed' })
      })
      resolve({
        kind: 'open',
        result,
        close() {
          dialog.close()
          end({ kind: 'closed' })
        },
      })
    })
  })
}
