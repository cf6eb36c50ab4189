import { DefaultButton, Dialog, mergeStyles, PrimaryButton } from '@fluentui/react'
import type { ReactNode } from 'react'

/** The dialog's element covers the pane: one of no size counts as hidden for those who look by machine. */
const whole = mergeStyles({ position: 'fixed', inset: 0 })
const answers = mergeStyles({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: 8,
  marginTop: 20,
})
/** As wide as the pane allows: three answers then stand beside each other. */
const wide = { main: { width: 'calc(100vw - 32px)', minWidth: 288, maxWidth: 440 } }
const button = { root: { minWidth: 0, padding: '0 12px' }, label: { whiteSpace: 'nowrap' } }

interface AskProps {
  readonly title: string
  readonly children?: ReactNode
  /** The answer that is meant most often. */
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
      modalProps={{ isBlocking: false, popupProps: { className: whole } }}
      styles={wide}
    >
      {children}
      <div className={answers}>
        <PrimaryButton
          text={primary.text}
          disabled={primary.disabled ?? false}
          styles={button}
          onClick={primary.run}
        />
        {others.map(({ text, run, disabled = false }) => (
          <DefaultButton key={text} text={text} disabled={disabled} styles={button} onClick={run} />
        ))}
      </div>
    </Dialog>
  )
}
