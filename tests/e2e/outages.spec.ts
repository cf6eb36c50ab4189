import { expect } from '@playwright/test'
import { attainmentsOf, ordinaryCodes } from '../support/ebs.ts'
import type { SheetRow } from './support/preview.ts'
import { test } from './support/test.ts'

const codesIn = (rows: readonly SheetRow[]) =>
  new Set(rows.map((row) => String(row['Person Code'])))
/** Rows of learners whose answer did not come. */
const unanswered = (rows: readonly SheetRow[]) =>
  rows.filter((row) => String(row['Error Code']).startsWith('LNK01'))

test.beforeEach(({ sandbox }) => {
  sandbox.lrs.now().setDelay(300)
})
test.afterEach(({ sandbox }) => {
  sandbox.lrs.now().setDelay(30)
})

test('LRS goes away in the middle of a download: what came stays, and the rest comes later', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(180_000)
  const { pane } = preview
  const codes = await ordinaryCodes(sandbox.ebsUrl, 120)
  await preview.signIn('admin@college.example')
  await preview.download(codes)
  await expect.poll(async () => (await preview.rows()).length).toBeGreaterThan(0)
  await sandbox.lrs.stop()
  try {
    await preview.settled()
    const arrived = await preview.rows()
    expect(arrived.length).toBeGreaterThan(unanswered(arrived).length)
    await expect(
      pane.getByText(/have a problem\. Their rows say why|The download stopped: /),
    ).toBeVisible()
  } finally {
    await sandbox.lrs.start()
  }

  await expect(async () => {
    await preview.begin(() => pane.getByRole('button', { name: 'Refresh' }).click())
    await preview.settled()
    const rows = await preview.rows()
    expect(codesIn(rows)).toEqual(new Set(codes))
    expect(unanswered(rows)).toEqual([])
    const events = rows.map((row) => `${row['Person Code']} ${row.Source} ${row['LRS Event ID']}`)
    expect(new Set(events).size).toBe(rows.length)
  }).toPass({ timeout: 120_000 })
})

test('ebs goes away in the middle of an update: what was written stays, and nothing is written twice', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(180_000)
  const { pane } = preview
  const codes = (await ordinaryCodes(sandbox.ebsUrl, 320)).slice(-200)
  await preview.signIn('admin@college.example')
  await preview.download(codes)
  await preview.settled()
  await pane.getByRole('button', { name: 'Select by status' }).click()
  await pane.getByRole('menuitem', { name: /^All New/ }).click()
  const update = pane.getByRole('button', { name: 'Update Selected' })
  await expect(pane.getByText(/^[\d,]+ would be inserted/)).toBeVisible()

  await preview.begin(() => update.click())
  await sandbox.ebs.stop()
  const goOn = pane.getByRole('button', { name: 'Go on' })
  const goesOn = pane.getByText('The connection broke: going on.')
  try {
    await expect(goOn.or(goesOn)).toBeVisible()
  } finally {
    await sandbox.ebs.start()
  }

  // Before the first frame the pane tries again by itself; after it, the person says when.
  const dialog = pane.getByRole('dialog', { name: 'Update complete', exact: true })
  await expect(goOn.or(dialog)).toBeVisible({ timeout: 60_000 })
  if (await goOn.isVisible()) await goOn.click()
  await expect(dialog).toBeVisible({ timeout: 60_000 })
  await dialog.getByRole('button', { name: 'OK' }).click()
  const stored = await attainmentsOf(sandbox.ebsUrl, codes)
  const events = stored.flatMap((row) =>
    row.source_id === null ? [] : [`${row.per_person_code} ${row.source_id}`],
  )
  expect(events.length).toBeGreaterThan(1000)
  expect(new Set(events).size).toBe(events.length)
  const statuses = new Set((await preview.rows()).map(({ Status }) => Status))
  expect(statuses).not.toContain('New')
  expect(statuses).not.toContain('Failed')
})
