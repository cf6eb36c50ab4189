import { ThemeProvider } from '@fluentui/react'
import { Bar } from './frame/Bar.tsx'
import { Header } from './frame/Frame.tsx'
import { messageOf } from './frame/message.ts'
import { ElsewhereError } from './startServices.ts'

/** What stands in the pane when it cannot begin at all. */
export function FailedStart({ error }: { readonly error: unknown }) {
  const message =
    error instanceof ElsewhereError
      ? {
          tone: 'warning' as const,
          text: 'This page works inside Excel: open it there with the button Attainments (PLR) on the ebs tab.',
        }
      : messageOf(error, 'whoever looks after this add-in')
  const reload = {
    label: 'Reload',
    run: () => {
      window.location.reload()
    },
  }
  return (
    <ThemeProvider applyTo="body">
      <Header environment="live" />
      <Bar message={{ ...message, action: reload }} />
    </ThemeProvider>
  )
}
