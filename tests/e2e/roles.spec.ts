import { expect } from '@playwright/test'
import { specials } from '../../sandbox/college/specials.ts'
import { startTestSandbox } from '../support/testSandbox.ts'
import { openPreview } from './support/preview.ts'
import { test } from './support/test.ts'

test('a User downloads, and sees no Update but who may', async ({ preview }) => {
  const { pane } = preview
  await preview.signIn('user@college.example')
  await preview.download([specials.allNew, specials.imported])
  await preview.settled()
  expect((await preview.rows()).length).toBe(8)
  await expect(pane.getByRole('button', { name: 'Refresh' })).toBeVisible()
  await expect(pane.getByRole('button', { name: 'Update Selected' })).toHaveCount(0)
  await expect(pane.getByText(/takes the role Attainments \(PLR\) Admin/)).toBeVisible()
})

test('a guest is told that a role is missing and whom to ask', async ({ preview }) => {
  await preview.signIn('guest@college.example')
  await expect(preview.pane.getByText(/role/i).first()).toBeVisible()
  await expect(preview.pane.getByText(/mis@college\.example/).first()).toBeVisible()
  await expect(preview.pane.getByRole('button', { name: 'Search' })).toHaveCount(0)
})

test('without a licence the feature is closed and says what is missing', async ({ page }) => {
  test.setTimeout(240_000)
  const sandbox = await startTestSandbox({ learners: 0, backend: { LICENCES: '' } })
  try {
    const preview = await openPreview(page, sandbox.address)
    await preview.signIn('admin@college.example')
    await expect(preview.pane.getByText(/AttainmentsPLRImport/)).toBeVisible()
    await expect(preview.pane.getByText(/mis@college\.example/)).toBeVisible()
    await expect(preview.pane.getByRole('button', { name: 'Search' })).toHaveCount(0)
  } finally {
    await sandbox.stop()
  }
})

test('signing out ends what is on the screen, and another person signs in', async ({ preview }) => {
  const { pane } = preview
  await preview.signIn('admin@college.example')
  await pane.getByRole('button', { name: 'Account' }).click()
  await pane.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(pane.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await preview.signIn('user@college.example')
  await pane.getByRole('button', { name: 'Account' }).click()
  await expect(pane.getByText('Uma User')).toBeVisible()
})
