import { expect } from '@playwright/test'
import { ordinaryCodes } from '../support/ebs.ts'
import { test } from './support/test.ts'

test('LRS goes away in the middle of a download: what came stays, and the rest comes later', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(240_000)
  const codes = await ordinaryCodes(sandbox.ebsUrl, 120)
  await preview.signIn('admin@college.example')
  sandbox.lrs.now().setDelay(300)
  try {
    await preview.download(codes)
    const all = preview.pane.getByRole('button', { name: 'Download them too' })
    await all.click({ timeout: 4000 }).catch(() => undefined)
    await expect.poll(async () => (await preview.rows()).length).toBeGreaterThan(0)
    await sandbox.lrs.stop()
    await preview.settled()
    const arrived = await preview.rows()
    expect(arrived.length).toBeGreaterThan(0)
    await expect(preview.pane.getByText(/Learning Records Service|LRS/).first()).toBeVisible()
  } finally {
    await sandbox.lrs.start()
  }

  await preview.pane.getByRole('tab', { name: 'Attainments (PLR)' }).click()
  await expect(async () => {
    await preview.pane.getByRole('button', { name: 'Refresh' }).click()
    await preview.settled()
    const rows = await preview.rows()
    expect(new Set(rows.map((row) => String(row['Person Code']))).size).toBe(codes.length)
    expect(rows.filter((row) => String(row['Error Code']).startsWith('LNK01'))).toEqual([])
  }).toPass({ timeout: 120_000 })
})
