import { expect } from '@playwright/test'
import { ordinaryCodes } from '../support/ebs.ts'
import { watchLongTasks } from './support/longTasks.ts'
import { test } from './support/test.ts'

test('1,000 learners download and show while the pane stays responsive', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(240_000)
  const { pane } = preview
  const codes = await ordinaryCodes(sandbox.ebsUrl, 1000)
  await preview.signIn('admin@college.example')
  await preview.download(codes)

  const blocked = await watchLongTasks(pane)
  const running = pane.getByRole('progressbar')
  await pane.getByRole('tab', { name: 'Learners' }).click()
  await expect(pane.getByRole('grid', { name: 'Learners' })).toBeVisible()
  await expect(running).toBeVisible()
  await pane.getByRole('tab', { name: /^Attainments \(PLR\)/ }).click()
  await preview.settled()
  const { over, of } = await blocked()
  expect(over / of).toBeLessThan(0.1)

  const rows = await preview.rows()
  expect(new Set(rows.map((row) => String(row['Person Code']))).size).toBe(1000)
  expect(rows.length).toBeGreaterThan(13_000)
})
