import { expect } from '@playwright/test'
import type { FrameLocator, Page } from '@playwright/test'
import { manifestNamespace } from '../../../src/office/workbook/manifest/xml.ts'

type Cell = string | number | boolean

interface Hook {
  read(sheet: string, address: string): Promise<Cell[][]>
  sheets(): Promise<string[]>
}

/** The session's worksheet in the sandbox, whose environment stands in its name. */
export const sessionSheet = /^Attainments \(PLR\)/

/** One row of the session grid by heading. */
export type SheetRow = Readonly<Record<string, Cell>> & {
  /** The number of the row in the worksheet. */
  readonly place: number
}

/** The workbook preview as somebody at the screen uses it. */
export interface Preview {
  readonly page: Page
  readonly pane: FrameLocator
  sheets(): Promise<string[]>
  /** The rows of the session grid as they stand in the worksheet; none when there is no session. */
  rows(): Promise<SheetRow[]>
  /** Types addresses into the name box: `A5:C9,F2`. */
  goTo(addresses: string): Promise<void>
  signIn(account: string): Promise<void>
  /** Finds learners by a list of person codes, selects them all, and begins to download them. */
  download(personCodes: readonly string[]): Promise<void>
  /** Does what begins a piece of work, and waits until it has begun. */
  begin(act: () => Promise<void>): Promise<void>
  /** Waits until no work runs any more on the session. */
  settled(): Promise<void>
  /** How many parts the workbook keeps for the session beside its sheet. */
  manifests(): Promise<number>
}

export const password = 'sandbox'

/** Fills in the sign-in service's own page, wherever it is shown. */
export async function fillSignIn(window: Page, account: string): Promise<void> {
  await window.getByLabel('Account').fill(account)
  await window.getByLabel('Password').fill(password)
  const closed = window.waitForEvent('close')
  await window.getByRole('button', { name: 'Sign in' }).click()
  await closed
}

/** The preview's own hook, in the page; the canvas tells a test nothing. */
declare global {
  interface Window {
    __workbook: Hook
  }
}

export async function openPreview(page: Page, address: string): Promise<Preview> {
  await page.goto(`${address}/preview`)
  const pane = page.getByRole('complementary', { name: 'Task pane' }).frameLocator('iframe')
  const sheets = () => page.evaluate(() => window.__workbook.sheets())
  const read = (sheet: string, area: string) =>
    page.evaluate(([name, from]) => window.__workbook.read(name, from), [sheet, area] as const)

  const refresh = pane.getByRole('button', { name: 'Refresh' })
  const begin = async (act: () => Promise<void>) => {
    // Watched from within the page: short work would be over between two looks from outside.
    const begun = pane.locator('body').evaluate(
      (body) =>
        new Promise<void>((resolve) => {
          const watcher = new MutationObserver(() => {
            if (body.querySelector('[role=progressbar]') === null) return
            watcher.disconnect()
            resolve()
          })
          watcher.observe(body, { childList: true, subtree: true })
        }),
    )
    await Promise.all([begun, act()])
  }

  return {
    page,
    pane,
    sheets,
    begin,
    settled: () => expect(refresh).toBeEnabled({ timeout: 120_000 }),
    manifests: () =>
      pane.locator('body').evaluate(
        (_, namespace) =>
          Excel.run(async (context) => {
            const parts = context.workbook.customXmlParts.getByNamespace(namespace).getCount()
            await context.sync()
            return parts.value
          }),
        manifestNamespace,
      ),
    async rows() {
      const sheet = (await sheets()).find((name) => sessionSheet.test(name))
      if (sheet === undefined) return []
      const [headings = []] = await read(sheet, 'A1:AZ1')
      const width = headings.findIndex((heading) => heading === '')
      const rows: SheetRow[] = []
      for (let first = 2; ; first += 1000) {
        const block = await read(sheet, `A${first}:AZ${first + 999}`)
        for (const [at, cells] of block.entries()) {
          if (cells.slice(0, width).every((cell) => cell === '')) return rows
          const named = headings
            .slice(0, width)
            .map((heading, column) => [String(heading), cells[column] ?? ''] as const)
          rows.push({ ...Object.fromEntries(named), place: first + at } as SheetRow)
        }
      }
    },
    async goTo(addresses) {
      const box = page.getByRole('textbox', { name: 'Name Box' })
      await box.fill(addresses)
      await box.press('Enter')
    },
    async signIn(account) {
      const popup = page.waitForEvent('popup')
      await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
      await fillSignIn(await popup, account)
    },
    async download(personCodes) {
      await pane.getByRole('button', { name: 'Use a list from my sheet' }).click()
      await pane.getByLabel('Person codes or ULNs').fill(personCodes.join('\n'))
      await pane.getByRole('button', { name: /^Find/ }).click()
      await expect(pane.getByRole('grid', { name: 'Learners' })).toHaveAttribute(
        'aria-rowcount',
        String(personCodes.length),
      )
      await pane.getByRole('button', { name: 'Select All', exact: true }).click()
      const count = personCodes.length.toLocaleString('en-GB')
      const leave = pane.getByRole('button', { name: 'Download them too' })
      await begin(async () => {
        await pane.getByRole('button', { name: `Attainments (PLR) Download (${count})` }).click()
        await expect(leave.or(refresh)).toBeVisible()
        if (await leave.isVisible()) await leave.click()
      })
    },
  }
}
