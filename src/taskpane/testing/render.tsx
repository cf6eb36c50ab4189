import '../look/fluent.ts'
import { ThemeProvider } from '@fluentui/react'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { themeFor } from '../look/theme.ts'

/** Draws a part of the pane as the pane does, and gives the hands of its user. */
export function show(screen: ReactNode) {
  render(<ThemeProvider theme={themeFor('light')}>{screen}</ThemeProvider>)
  return userEvent.setup()
}
