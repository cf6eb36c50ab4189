import { expect } from '@playwright/test'
import { ordinaryCodes } from '../support/ebs.ts'
import { test } from './support/test.ts'

test('1,000 learners download and show while the pane stays responsive', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(300_000)
  const { page, pane } = preview
  const codes = await ordinaryCodes(sandbox.ebsUrl, 1000)
  await preview.signIn('admin@college.example')
  await preview.download(codes)
  const all = pane.getByRole('button', { name: 'Download them too' })
  await all.click({ timeout: 4000 }).catch(() => undefined)
  const refresh = pane.getByRole('button', { name: 'Refresh' })
  await expect(refresh).toBeDisabled({ timeout: 60_000 })

  const frame = page.frames().find((one) => one.url().includes('/taskpane.html'))
  const waits: number[] = []
  while (await refresh.isDisabled()) {
    const from = Date.now()
    await frame?.evaluate(() => new Promise((done) => setTimeout(done, 0)))
    waits.push(Date.now() - from)
    await page.waitForTimeout(200)
  }
  expect(waits.length).toBeGreaterThan(0)
  expect(Math.max(...waits)).toBeLessThan(3000)

  await preview.settled()
  const rows = await preview.rows()
  expect(new Set(rows.map((row) => String(row['Person Code']))).size).toBe(1000)
  expect(rows.length).toBeGreaterThan(13_000)
})
