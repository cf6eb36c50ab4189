/**
 * `npm run screenshots`: every screen of the product into docs/images/, light and dark, with the pane
 * at 450 and at 320 px. `-- --only session` keeps those whose name begins so.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { specials } from '../../sandbox/college/specials.ts'
import { ordinaryCodes } from '../support/ebs.ts'
import { startTestSandbox } from '../support/testSandbox.ts'
import { openPreview } from '../e2e/support/preview.ts'
import type { Preview } from '../e2e/support/preview.ts'

const root = join(import.meta.dirname, '../..')
const images = join(root, 'docs/images')

const onlyAt = process.argv.indexOf('--only')
/** What the names of the pictures to keep begin with. */
const only = onlyAt === -1 ? '' : (process.argv[onlyAt + 1] ?? '')

interface Look {
  readonly name: string
  readonly scheme: 'light' | 'dark'
  readonly paneWidth: number
  readonly width: number
}

const looks: readonly Look[] = [
  { name: 'light', scheme: 'light', paneWidth: 450, width: 1440 },
  { name: 'dark', scheme: 'dark', paneWidth: 450, width: 1440 },
  { name: 'narrow-light', scheme: 'light', paneWidth: 320, width: 1200 },
  { name: 'narrow-dark', scheme: 'dark', paneWidth: 320, width: 1200 },
]

/** Learners with rows that need a decision: keyed by hand, and a lower grade. */
const undecided = [specials.keyedByHand, specials.importedBetterGrade]

const sandbox = await startTestSandbox({ learners: 400, lrsDelayMs: 40 })
const browser = await chromium.launch({
  executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await mkdir(images, { recursive: true })
  for (const look of looks) await walk(look)
} finally {
  await browser.close()
  await sandbox.stop()
}
process.exit()

/** The main job once, with a picture at each screen. */
async function walk(look: Look): Promise<void> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    colorScheme: look.scheme,
    viewport: { width: look.width, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  const preview = await openPreview(page, sandbox.address)
  const { pane } = preview
  const take = async (screen: string) => {
    if (!screen.startsWith(only)) return
    // Until what slides in has come to rest.
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(images, `${screen}-${look.name}.png`) })
  }
  await resizePane(preview, look.paneWidth)
  await pane.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await take('sign-in')

  await preview.signIn('admin@college.example')
  await pane.getByRole('button', { name: 'Add condition' }).click()
  await pane.getByRole('textbox', { name: 'Value' }).fill('S')
  await pane.getByRole('button', { name: 'Search', exact: true }).click()
  const rows = pane.getByRole('grid', { name: 'Learners' }).getByRole('row')
  await rows.nth(5).waitFor()
  await rows.first().click()
  await rows.nth(3).click({ modifiers: ['Shift'] })
  await take('learners')

  const codes = await ordinaryCodes(sandbox.ebsUrl, 36)
  await preview.download([...codes, specials.noUln, specials.allNew, ...undecided])
  await preview.settled()
  const places = (await preview.rows()).filter(({ Status }) => Status === 'New').slice(0, 12)
  await preview.goTo(places.map(({ place }) => `C${place}`).join(','))
  await pane.getByText(/12 .*inserted/).waitFor()
  await take('session')

  await pane.getByRole('button', { name: /^Problems/ }).click()
  await take('problems')
  await page.keyboard.press('Escape')

  const people = new Set<string>(undecided)
  const some = (await preview.rows()).filter((row) => people.has(String(row['Person Code'])))
  await preview.goTo(some.map(({ place }) => `C${String(place)}`).join(','))
  await pane.getByRole('button', { name: /need a decision/ }).click()
  const use = pane.getByRole('button', { name: 'Use these decisions' })
  await use.waitFor()
  await pane.getByRole('button', { name: /^Same where likely/ }).click()
  await pane.getByRole('heading', { level: 3 }).last().scrollIntoViewIfNeeded()
  await take('decisions')
  await use.click()
  await pane.getByRole('button', { name: /decided/ }).waitFor()

  await pane.getByRole('button', { name: 'Update Selected' }).click()
  const done = pane.getByRole('dialog', { name: 'Update complete' })
  await done.getByRole('button', { name: 'OK' }).waitFor()
  await take('update-complete')
  await done.getByRole('button', { name: 'OK' }).click()

  await pane.getByRole('button', { name: 'Account' }).click()
  await pane.getByRole('menuitem', { name: 'Earlier updates' }).click()
  await pane.getByRole('button', { name: 'Undo this update' }).first().waitFor()
  await take('earlier-updates')
  // The next walk finds everything as this one did.
  await pane.getByRole('button', { name: 'Undo this update' }).first().click()
  await pane.getByRole('button', { name: 'Undo', exact: true }).click()
  await pane.getByText(/restored in ebs/).waitFor()
  await pane.getByRole('button', { name: 'Back' }).click()

  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  await pane.getByRole('button', { name: 'Keep open' }).waitFor()
  await take('close')
  await context.close()
}

/** Drags the edge of the pane until it is as wide as wanted. */
async function resizePane({ page }: Preview, width: number): Promise<void> {
  const pane = page.getByRole('complementary', { name: 'Task pane' })
  const box = await pane.boundingBox()
  if (!box) return
  await page.mouse.move(box.x + 1, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - width, box.y + 200, { steps: 5 })
  await page.mouse.up()
}
