import { DefaultButton, Dialog, DialogFooter, PrimaryButton } from '@fluentui/react'
import type { ReactNode } from 'react'

interface AskProps {
  readonly title: string
  readonly children?: ReactNode
  /** The answer that is meant most often, first; the last one also closes the dialog by Escape. */
  readonly primary: Answer
  readonly others?: readonly Answer[]
  /** What Escape and a click outside mean. */
  readonly onDismiss: () => void
}

export interface Answer {
  readonly text: string
  readonly run: () => void
  readonly disabled?: boolean
}

/** A dialog with a question: what it is about, and an answer on each button. */
export function Ask({ title, children, primary, others = [], onDismiss }: AskProps) {
  return (
    <Dialog
      hidden={false}
      onDismiss={onDismiss}
      dialogContentProps={{ title, styles: { title: { padding: '16px 20px 8px', fontSize: 18 } } }}
      modalProps={{ isBlocking: false }}
      minWidth={288}
      maxWidth={440}
    >
      {children}
      <DialogFooter>
        <PrimaryButton
          text={primary.text}
          disabled={primary.disabled ?? false}
          onClick={primary.run}
        />
        {others.map(({ text, run, disabled = false }) => (
          <DefaultButton key={text} text={text} disabled={disabled} onClick={run} />
        ))}
      </DialogFooter>
    </Dialog>
  )
}
