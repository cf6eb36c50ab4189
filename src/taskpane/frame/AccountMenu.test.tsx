/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals'
import { screen } from '@testing-library/react'
import { meOf } from '../testing/people.ts'
import { show } from '../testing/render.tsx'
import { AccountMenu } from './AccountMenu.tsx'

const open = async (onEarlierUpdates?: () => void) => {
  const onSignOut = jest.fn()
  const more = onEarlierUpdates ? { onEarlierUpdates } : {}
  const user = show(<AccountMenu me={meOf({})} onSignOut={onSignOut} {...more} />)
  await user.click(screen.getByRole('button', { name: 'Account' }))
  const choose = async (name: string) => user.click(await screen.findByRole('menuitem', { name }))
  return { onSignOut, choose }
}

describe('the account menu', () => {
  it('says who is signed in, and signs out', async () => {
    const { onSignOut, choose } = await open()
    expect(await screen.findByText('Ada Admin (Admin)')).toBeTruthy()
    expect(screen.queryByRole('menuitem', { name: 'Earlier updates' })).toBeNull()
    await choose('Sign out')
    expect(onSignOut).toHaveBeenCalledTimes(1)
  })

  it('leads those who may to earlier updates', async () => {
    const earlier = jest.fn()
    const { choose } = await open(earlier)
    await choose('Earlier updates')
    expect(earlier).toHaveBeenCalledTimes(1)
  })
})
