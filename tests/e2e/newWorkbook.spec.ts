import { expect } from '@playwright/test'
import { specials } from '../../sandbox/college/specials.ts'
import { test } from './support/test.ts'

test('a saved workbook is kept free of learners: New workbook opens one beside it', async ({
  preview,
}) => {
  const { page, pane } = preview
  await page.getByRole('button', { name: 'Save' }).click()
  await preview.signIn('admin@college.example')
  await pane.getByRole('button', { name: 'Use a list from my sheet' }).click()
  await pane.getByLabel('Person codes or ULNs').fill(specials.allNew)
  await pane.getByRole('button', { name: /^Find/ }).click()
  await pane.getByRole('button', { name: 'Select All', exact: true }).click()
  await pane.getByRole('button', { name: 'Attainments (PLR) Download (1)' }).click()
  const question = pane.getByRole('dialog', { name: 'This workbook is saved' })
  const opening = page.waitForEvent('popup')
  await question.getByRole('button', { name: 'New workbook' }).click()

  const other = await opening
  await expect(other.getByRole('heading', { name: 'Book2' })).toBeVisible()
  await expect(other.getByText('Not saved yet')).toBeVisible()
  await expect(other.getByRole('tab', { name: 'Sheet1' })).toBeVisible()
  const otherPane = other.getByRole('complementary', { name: 'Task pane' }).frameLocator('iframe')
  await expect(otherPane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()

  await expect(question).toHaveCount(0)
  expect(await preview.sheets()).toEqual(['Sheet1'])
  await expect(page.getByRole('heading', { name: 'Book1' })).toBeVisible()
})
