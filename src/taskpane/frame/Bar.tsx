import { Link, MessageBar, MessageBarType } from '@fluentui/react'
import { useClasses } from '../look/classes.ts'
import { frameStyles } from './frameStyles.ts'
import type { Message } from './message.ts'

const types: Readonly<Record<Message['tone'], MessageBarType>> = {
  info: MessageBarType.info,
  success: MessageBarType.success,
  warning: MessageBarType.warning,
  error: MessageBarType.error,
}

interface BarProps {
  readonly message: Message
  readonly onDismiss?: () => void
}

/** The one message bar: what happened, what to do, and a small reference for support. */
export function Bar({ message, onDismiss }: BarProps) {
  const classes = useClasses(frameStyles)
  const { action, reference } = message
  return (
    <MessageBar
      messageBarType={types[message.tone]}
      isMultiline
      {...(onDismiss ? { onDismiss, dismissButtonAriaLabel: 'Dismiss message' } : {})}
    >
      {message.text} {action ? <Link onClick={action.run}>{action.label}</Link> : null}
      {reference ? <div className={classes('reference')}>Reference: {reference}</div> : null}
    </MessageBar>
  )
}
