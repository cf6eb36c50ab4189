import * as z from 'zod/mini'
import type { Frame } from './frame.ts'
import type { FrameKind } from './frameAddress.ts'
import { serviceErrors } from './serviceErrors.ts'
import type { HostSurface } from './surface.ts'

/** `displayDialogAsync` with `displayInIframe`: dialogs the host draws and carries messages for. */
export interface DialogDesk {
  /** Opens what a registration of `dialogMessageReceived` asks for; answers with an error number. */
  open(parent: Frame, registration: unknown): number
  /** The pane closed its dialog, or went away; false when it had none. */
  closeOf(parent: Frame): boolean
  /** The user closed the dialog. */
  closedByUser(dialogId: string): void
  /** A dialog's `messageParent`. */
  toParent(dialog: Frame, data: unknown): boolean
  /** The pane's `messageChild`. */
  toChild(parent: Frame, data: unknown): boolean
}

interface DialogParts {
  appDomains: readonly string[]
  surface: HostSurface
  openFrame(url: string, kind: FrameKind): { frame: Frame; src: string; name: string }
  closeFrame(frame: Frame): void
}

const registrationSchema = z.object({ targetId: z.string() })
const percent = z.catch(z.number().check(z.minimum(1), z.maximum(100)), 80)
const wishSchema = z.object({ url: z.url(), width: percent, height: percent })
const toParentSchema = z.object({ messageToParent: z.string() })
const toChildSchema = z.object({ messageContent: z.string() })
const closedByUser = 12006

/** Whether a dialog of this page may show that address, and if not, by which error. */
function judge(url: URL, parent: Frame, appDomains: readonly string[]): number {
  if (url.protocol !== 'https:') return serviceErrors.dialogNotHttps
  const own = new URL(parent.origin).hostname
  const near = url.origin === parent.origin || url.hostname.endsWith(`.${own}`)
  const allowed = near || appDomains.some((domain) => new URL(domain).origin === url.origin)
  return allowed ? 0 : serviceErrors.dialogNotAllowedHere
}

const readWish = (registration: unknown) => {
  const asked = registrationSchema.safeParse(registration)
  if (!asked.success) return null
  try {
    return wishSchema.safeParse(JSON.parse(asked.data.targetId)).data ?? null
  } catch {
    return null
  }
}

export function createDialogDesk(parts: DialogParts): DialogDesk {
  const dialogs = new Map<Frame, Frame>()
  const parentOf = (dialog: Frame) =>
    [...dialogs].find(([, child]) => child === dialog)?.[0] ?? null
  const message = (content: string, sender: Frame) => ({
    messageType: 0,
    messageContent: content,
    messageOrigin: sender.origin,
  })
  const drop = (parent: Frame, dialog: Frame) => {
    dialogs.delete(parent)
    parts.closeFrame(dialog)
    parts.surface.closeDialog(dialog.conversationId)
  }
  return {
    open(parent, registration) {
      const wish = readWish(registration)
      if (!wish) return serviceErrors.invalidArgument
      if (dialogs.has(parent)) return serviceErrors.dialogAlreadyOpen
      const refusal = judge(new URL(wish.url), parent, parts.appDomains)
      if (refusal !== 0) return refusal
      const { frame, src, name } = parts.openFrame(wish.url, 'dialog')
      dialogs.set(parent, frame)
      const { conversationId: id, origin } = frame
      parts.surface.openDialog({ id, src, name, origin, width: wish.width, height: wish.height })
      return 0
    },
    closeOf(parent) {
      const dialog = dialogs.get(parent)
      if (dialog) drop(parent, dialog)
      return dialog !== undefined
    },
    closedByUser(dialogId) {
      for (const [parent, dialog] of dialogs) {
        if (dialog.conversationId !== dialogId) continue
        drop(parent, dialog)
        parent.send('dialogMessageReceived', { messageType: closedByUser })
      }
    },
    toParent(dialog, data) {
      const sent = toParentSchema.safeParse(data)
      const parent = parentOf(dialog)
      if (!sent.success || !parent) return false
      parent.send('dialogMessageReceived', message(sent.data.messageToParent, dialog))
      return true
    },
    toChild(parent, data) {
      const sent = toChildSchema.safeParse(data)
      const dialog = dialogs.get(parent)
      if (!sent.success || !dialog) return false
      dialog.send('dialogParentMessageReceived', message(sent.data.messageContent, parent))
      return true
    },
  }
}
