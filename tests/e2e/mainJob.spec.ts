import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { specials } from '../../sandbox/college/specials.ts'
import { attainmentsOf, ordinaryCodes } from '../support/ebs.ts'
import { pickRows } from './support/grid.ts'
import { sessionSheet } from './support/preview.ts'
import { test } from './support/test.ts'

/** The figures of the dialog Update complete, by name. */
const figures = (text: string): Record<string, number> =>
  Object.fromEntries(
    [
      ...text.matchAll(
        /(Records processed|Records updated|Not updated \(no changes\)|Skipped|Failed)\s*([\d,]+)/g,
      ),
    ].map(([, name = '', count = '']) => [name, Number(count.replaceAll(',', ''))]),
  )

/** Ten rows with another between each two, as somebody picks them with Ctrl. */
const apart = Array.from({ length: 10 }, (_, at) => at * 2)

test('search, download, look, select, update, refresh, export, close', async ({
  preview,
  sandbox,
}) => {
  test.setTimeout(300_000)
  const { page, pane } = preview
  const codes = [...(await ordinaryCodes(sandbox.ebsUrl, 39)), specials.allNew]

  await test.step('sign in as Admin', async () => {
    await preview.signIn('admin@college.example')
    await expect(pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
    await expect(pane.getByText('sandbox', { exact: true })).toBeVisible()
  })

  await test.step('search by a condition, and select with keys and mouse', async () => {
    await pane.getByRole('button', { name: 'Add condition' }).click()
    await pane.getByRole('combobox', { name: 'Field' }).click()
    await pane.getByRole('option', { name: 'Surname', exact: true }).click()
    await pane.getByRole('combobox', { name: 'Operator' }).click()
    await pane.getByRole('option', { name: 'begins with' }).click()
    await pane.getByRole('textbox', { name: 'Value' }).fill('S')
    await pane.getByRole('button', { name: 'Search', exact: true }).click()
    const list = pane.getByRole('grid', { name: 'Learners' })
    const rows = list.getByRole('row')
    await rows.first().click()
    await rows.nth(3).click({ modifiers: ['Shift'] })
    await rows.nth(6).click({ modifiers: ['ControlOrMeta'] })
    await expect(pane.getByRole('button', { name: /Download \(5\)/ })).toBeEnabled()
    await list.press('ControlOrMeta+a')
    await expect(pane.getByRole('button', { name: /Download \(5\)/ })).toHaveCount(0)
  })

  await test.step('download 40 learners', async () => {
    await preview.download(codes)
    await preview.settled()
    expect(await preview.sheets()).toContainEqual(expect.stringMatching(sessionSheet))
    expect(await preview.manifests()).toBe(1)
    const rows = await preview.rows()
    expect(new Set(rows.map((row) => String(row['Person Code'])))).toEqual(new Set(codes))
    expect(rows.every((row) => typeof row['Person Code'] === 'number')).toBe(true)
    const order = rows.map((row) => `${row.Surname}\t${row['First Name']}`)
    expect(order).toEqual([...order].sort((a, b) => a.localeCompare(b, 'en-GB')))
  })

  const wanted = (await preview.rows()).filter((row) => row.Status === 'New')
  const chosen = apart.flatMap((at) => wanted[at] ?? [])
  const people = [...new Set(chosen.map((row) => String(row['Person Code'])))]
  const before = await attainmentsOf(sandbox.ebsUrl, people)
  const onlyNew = pane.getByRole('button', { name: /^New \d/ })

  await test.step('look at the new ones, and pick 10 apart with Ctrl', async () => {
    expect(chosen).toHaveLength(10)
    await onlyNew.click()
    await expect(onlyNew).toHaveAttribute('aria-pressed', 'true')
    await expect(pane.getByText(/hidden row/)).toHaveCount(0)
    await pickRows(page, apart)
    await expect(pane.getByText(/^10 rows/)).toBeVisible()
  })

  await test.step('update them', async () => {
    await expect(pane.getByText(/^10 would be inserted/)).toBeVisible()
    await pane.getByRole('button', { name: 'Update Selected' }).click()
    const dialog = pane.getByRole('dialog', { name: 'Update complete', exact: true })
    await expect(dialog).toBeVisible({ timeout: 60_000 })
    expect(figures(await dialog.innerText())).toMatchObject({
      'Records processed': 10,
      'Records updated': 10,
      'Not updated (no changes)': 0,
    })
    await dialog.getByRole('button', { name: 'OK' }).click()
    const after = await attainmentsOf(sandbox.ebsUrl, people)
    expect(after.length - before.length).toBe(10)
    const titles = after.map(({ description }) => description)
    for (const row of chosen) expect(titles).toContain(row.Qualification)
    const statuses = (await preview.rows()).filter((row) => row.Status === 'Inserted')
    expect(statuses).toHaveLength(10)
  })

  await test.step('update them again: nothing changes', async () => {
    const again = (await preview.rows()).filter((row) => row.Status === 'Inserted')
    await preview.goTo(again.map(({ place }) => `C${place}`).join(','))
    await expect(pane.getByText(/^10 rows/)).toBeVisible()
    await pane.getByRole('button', { name: 'Update Selected' }).click()
    const dialog = pane.getByRole('dialog', { name: 'Update complete', exact: true })
    await expect(dialog).toBeVisible({ timeout: 60_000 })
    expect(figures(await dialog.innerText())).toMatchObject({
      'Records processed': 10,
      'Records updated': 0,
      'Not updated (no changes)': 10,
    })
    await dialog.getByRole('button', { name: 'OK' }).click()
  })

  await test.step('refresh reads everything again', async () => {
    const rows = (await preview.rows()).length
    await preview.begin(() => pane.getByRole('button', { name: 'Refresh' }).click())
    await preview.settled()
    const after = await preview.rows()
    expect(after).toHaveLength(rows)
    expect(after.filter(({ Status }) => Status === 'Unchanged')).toEqual([])
  })

  const exported = async (kind: 'CSV' | 'Excel workbook') => {
    await pane.getByRole('button', { name: 'Export' }).click()
    const dialog = pane.getByRole('dialog', { name: 'Export' })
    await dialog.getByText(kind, { exact: true }).click()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save file' }).click()
    return (await download).path()
  }

  await test.step('export as CSV and as Excel, and read both back', async () => {
    const rows = await preview.rows()
    const csv = await readFile(await exported('CSV'), 'utf8')
    const { data } = papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data).toHaveLength(rows.length)
    expect(data.map((row) => row.Qualification)).toEqual(
      rows.map((row) => String(row.Qualification)),
    )
    expect(csv).not.toMatch(/Row Key/)
    const dates = data.map((row) => row['Award Date'] ?? '').filter((date) => date !== '')
    expect(dates.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))).toBe(true)

    const sheet = await readSheet(await exported('Excel workbook'))
    expect(sheet).toHaveLength(rows.length + 1)
    const place = sheet[0]?.indexOf('Award Date') ?? -1
    expect(sheet.slice(1).some((cells) => cells[place] instanceof Date)).toBe(true)
  })

  await test.step('close clears the data', async () => {
    const close = () => pane.getByRole('button', { name: 'Close', exact: true }).click()
    const dialog = pane.getByRole('dialog', { name: 'Close Attainments (PLR)?', exact: true })
    await close()
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Keep open' }).click()
    expect(await preview.rows()).not.toEqual([])
    await close()
    await dialog.getByRole('button', { name: 'Close and clear' }).click()
    await expect.poll(preview.sheets).not.toContainEqual(expect.stringMatching(sessionSheet))
    expect(await preview.manifests()).toBe(0)
  })
})
