import { expect } from '@playwright/test'
import { specials } from '../../sandbox/college/specials.ts'
import { attainmentsOf } from '../support/ebs.ts'
import { test } from './support/test.ts'

const { keyedByHand, importedBetterGrade, participationOnly } = specials

test('rows that need a decision are decided one by one, and Update does as decided', async ({
  preview,
  sandbox,
}) => {
  const { pane } = preview
  await preview.signIn('admin@college.example')
  await preview.download([keyedByHand, importedBetterGrade, participationOnly])
  await preview.settled()
  const before = await attainmentsOf(sandbox.ebsUrl, [keyedByHand])
  const rows = (await preview.rows()).filter(({ Status }) => Status === 'Review')
  const of = (code: string) => rows.filter((row) => String(row['Person Code']) === code)
  expect(of(keyedByHand).length).toBeGreaterThan(1)
  await pane.getByRole('button', { name: /^Review \d/ }).click()
  await pane.getByRole('button', { name: 'Select All', exact: true }).click()

  await pane.getByText(`${rows.length} need a decision`).click()
  const list = pane.getByRole('list', { name: 'Rows that need a decision' })
  await expect(list.getByRole('listitem')).toHaveCount(rows.length)
  const [twin, other] = of(keyedByHand)
  const cardOf = (row: typeof twin) =>
    list
      .getByRole('listitem')
      .filter({ hasText: `(${row?.['Person Code'] ?? ''})` })
      .filter({
        hasText: String(row?.Qualification),
      })
  const same = cardOf(twin).getByRole('radio', { name: /^Same as attainment \d+$/ })
  await expect(cardOf(twin)).toContainText(/keyed by hand/)
  const code = (await cardOf(twin).innerText()).match(/Same as attainment (\d+)/)?.[1] ?? ''
  await cardOf(twin).getByText(`Same as attainment ${code}`, { exact: true }).click()
  await expect(same).toBeChecked()
  await cardOf(other).getByText('Write', { exact: true }).click()
  await pane.getByRole('button', { name: 'Use these decisions' }).click()
  await expect(pane.getByText(`${rows.length} decided`)).toBeVisible()

  await pane.getByRole('button', { name: 'Update Selected' }).click()
  const dialog = pane.getByRole('dialog', { name: 'Update complete', exact: true })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^Records processed/ })).toContainText(
    String(rows.length),
  )
  await expect(dialog.getByRole('row', { name: /^Records updated/ })).toContainText('2')
  await expect(dialog.getByRole('row', { name: /^Skipped/ })).toContainText(String(rows.length - 2))
  await dialog.getByRole('button', { name: 'OK' }).click()

  const after = await attainmentsOf(sandbox.ebsUrl, [keyedByHand])
  expect(after).toHaveLength(before.length + 1)
  expect(after.find((record) => record.attainment_code === code)?.description).toBe(
    twin?.Qualification,
  )
  const known = new Set(before.map((record) => record.attainment_code))
  const added = after.filter((record) => !known.has(record.attainment_code))
  expect(added.map(({ description }) => description)).toEqual([other?.Qualification])
})
