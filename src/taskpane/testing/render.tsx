import '../look/fluent.ts'
import { ThemeProvider } from '@fluentui/react'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { themeFor } from '../look/theme.ts'
import type { OpenState } from '../session/openSession.ts'
import type { Scene } from './scene.ts'

/** jsdom lays nothing out, so that no element ever changes its size. */
class NoResizing implements ResizeObserver {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
window.ResizeObserver ??= NoResizing
// jsdom scrolls nothing.
Object.assign(window.HTMLElement.prototype, { scrollIntoView: () => undefined })
// jsdom has none, and user-event finds radio buttons by it.
Object.assign(window, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } })

/** Draws a part of the pane as the pane does, and gives the hands of its user. */
export function show(part: ReactNode) {
  render(<ThemeProvider theme={themeFor('light')}>{part}</ThemeProvider>)
  return userEvent.setup()
}

/** Presses Escape in the dialog: Fluent looks at the key's number, which user-event leaves out. */
export function pressEscape(): void {
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape', keyCode: 27 })
}

/** Opens a session with the rows of these learners in it. */
export async function openSession(
  { model }: Scene,
  personCodes: readonly string[],
): Promise<OpenState> {
  await act(async () => {
    await model.runs.download(await model.room.begin(), personCodes)
  })
  const state = model.room.state.get()
  if (state.kind !== 'open') throw new Error('The session did not open')
  return state
}
