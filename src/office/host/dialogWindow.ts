/**
 * The other side of `openDialog`: what a page does that runs inside a dialog window of Office.
 * Resolves when Office.js is ready, with the one thing such a page can do: send a text to the pane
 * that opened it, and to no page of another origin.
 */
export async function whenDialogReady(): Promise<(text: string) => void> {
  await Office.onReady()
  return (text) => {
    Office.context.ui.messageParent(text, { targetOrigin: window.location.origin })
  }
}
