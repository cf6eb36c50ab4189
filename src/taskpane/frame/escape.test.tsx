/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import { show } from '../testing/render.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Ask } from './Ask.tsx'
import { meOf } from '../testing/people.ts'
import { keepEscape } from './escape.ts'

/** What office.js does with the key when it reaches the window. */
const leavePane = jest.fn()
const onKey = ({ key }: KeyboardEvent) => {
  if (key === 'Escape') leavePane()
}
let letGo: () => void = () => undefined

beforeEach(() => {
  leavePane.mockClear()
  window.addEventListener('keydown', onKey)
  letGo = keepEscape(document.body)
})
afterEach(() => {
  letGo()
  window.removeEventListener('keydown', onKey)
})

describe('Escape in the pane', () => {
  it('leaves the focus where it is while nothing is open', async () => {
    const user = show(<button>Refresh</button>)
    screen.getByRole('button').focus()
    await user.keyboard('{Escape}')
    expect(leavePane).not.toHaveBeenCalled()
    await user.keyboard('x')
    letGo()
    await user.keyboard('{Escape}')
    expect(leavePane).toHaveBeenCalledTimes(1)
  })

  it('still closes a menu and a dialog', async () => {
    const dismissed = jest.fn()
    const user = show(<AccountMenu me={meOf({})} onSignOut={() => undefined} />)
    await user.click(screen.getByRole('button', { name: 'Account' }))
    await screen.findByRole('menuitem', { name: 'Sign out' })
    act(() => {
      screen.getByRole('menuitem', { name: 'Sign out' }).dispatchEvent(escape())
    })
    expect(screen.queryByRole('menuitem')).toBeNull()
    show(
      <Ask title="Sure?" primary={{ text: 'Yes', run: () => undefined }} onDismiss={dismissed} />,
    )
    await screen.findByRole('dialog')
    // Wherever the focus is: Fluent listens at the window for the dialog.
    act(() => {
      document.body.dispatchEvent(escape())
    })
    expect(dismissed).toHaveBeenCalledTimes(1)
  })
})

/** With the key's number, which Fluent looks at. */
function escape(): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true })
  Object.defineProperty(event, 'which', { value: 27 })
  return event
}
