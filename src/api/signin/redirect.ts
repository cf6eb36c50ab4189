import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

/**
 * The page the sign-in service comes back to. It hands the answer to the window that asked and
 * closes itself; if that fails it says what to do, since nobody else can.
 */
broadcastResponseToMainFrame().catch(() => {
  const note = document.getElementById('note')
  if (note)
    note.textContent = 'Signing in did not finish. Close this window and try again in Excel.'
})
