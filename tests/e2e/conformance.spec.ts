import { expect, test } from '@playwright/test'
import { allCases } from '../../src/office/conformance/cases/all.ts'
import { conformanceReport, differences } from '../../src/office/conformance/report.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

test.use({ ignoreHTTPSErrors: true })

// Its own sandbox: the cases delete every sheet, faster than anybody at the screen would.
test('src/office behaves on the workbook preview as its cases say', async ({ page }) => {
  test.setTimeout(startingMs + 300_000)
  const sandbox = await startTestSandbox({ learners: 0 })
  try {
    await page.route('**/settings.json', async (route) => {
      const settings = (await (await route.fetch()).json()) as { paneUrl: string }
      const paneUrl = settings.paneUrl.replace('taskpane.html', 'conformance.html')
      await route.fulfill({ json: { ...settings, paneUrl } })
    })
    await page.goto(`${sandbox.address}/preview`)
    const pane = page.getByRole('complementary', { name: 'Task pane' }).frameLocator('iframe')
    await pane.getByRole('button', { name: 'Run in this workbook' }).click()
    await expect(pane.getByRole('status')).toHaveText(/^Done/, { timeout: 240_000 })
    const text = await pane.getByLabel('Report').textContent()
    const report = conformanceReport.parse(JSON.parse(text ?? ''))
    const names = allCases.map(({ name }) => name)
    expect(differences(report, names)).toEqual([])
  } finally {
    await sandbox.stop()
  }
})
