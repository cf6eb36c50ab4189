import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { needBrowser } from '../../../scripts/lib/browser.mjs'
import { buildPreview } from './demo/build.ts'
import { type DemoServer, serveDemo } from './demo/server.ts'
import type { WorkbookHook } from './hook.ts'

jest.setTimeout(180_000)

type Hooked = typeof globalThis & { __workbook: WorkbookHook }

let folder: string
let server: DemoServer | undefined
let browser: Browser | undefined
let context: BrowserContext
let page: Page
const complaints: string[] = []

const pane = () => page.frameLocator('.task-pane iframe')
const output = () => pane().locator('output')
const says = (text: string | RegExp) => output().filter({ hasText: text }).waitFor()
const press = (name: string) => pane().getByRole('button', { name }).click()
const read = (address: string, sheet = 'Sheet1') =>
  page.evaluate(([s, a]) => (globalThis as Hooked).__workbook.read(s, a), [sheet, address] as const)
const nameBox = () => page.getByRole('textbox', { name: 'Name Box' })
const formulaBar = () => page.getByRole('textbox', { name: 'Formula Bar' })
const status = () => page.getByRole('contentinfo', { name: 'Status bar' })
const goTo = async (address: string) => {
  await nameBox().fill(address)
  await nameBox().press('Enter')
}
/** Where a cell of the grid is, rows and columns counted from the first one drawn below the headings. */
const cellAt = async (row: number, column: number) => {
  const box = await page.getByRole('region', { name: 'Worksheet' }).boundingBox()
  return { x: box!.x + 50 + column * 64 + 30, y: box!.y + 22 + row * 21 + 10 }
}
const click = async (row: number, column: number) => {
  const { x, y } = await cellAt(row, column)
  await page.mouse.click(x, y)
}
/** Keys on what has the focus, faster than the worker can answer: only what the page does by itself comes between. */
const keysAtOnce = (...keys: string[]) =>
  page.evaluate(async (pressed) => {
    for (const key of pressed) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    }
  }, keys)

const open = async (query = '') => {
  page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(server!.address).origin) {
      complaints.push(`left our origin: ${request.url()}`)
    }
  })
  await page.goto(server!.address + query)
  await says('Ready in Excel on OfficeOnline')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'))
  await buildPreview(folder)
  server = await serveDemo(folder)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await chromium.launch({ executablePath: needBrowser(), args })
  context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 820 },
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  for (const one of context.pages()) await one.close()
  complaints.length = 0
  await open()
})

// A browser on a shared, busy machine may miss one wait; a fault fails twice.
jest.retryTimes(process.env['CI'] ? 1 : 0, { logErrorsBeforeRetry: true })

describe('the page', () => {
  it('has the parts of a spreadsheet by name, and the ribbon of the manifest', async () => {
    for (const name of ['Ribbon', 'Worksheet']) {
      expect(await page.getByRole('region', { name }).isVisible()).toBe(true)
    }
    expect(await page.getByRole('tab', { name: 'Demo' }).getAttribute('aria-selected')).toBe('true')
    expect(await page.getByRole('button', { name: 'Open pane' }).isVisible()).toBe(true)
    expect(await page.getByRole('navigation', { name: 'Sheet tabs' }).isVisible()).toBe(true)
    expect(await page.getByText('Nothing leaves this machine').isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('closes and opens the pane, and changes its width by the keyboard', async () => {
    const edge = page.getByRole('button', { name: /Width of the task pane: 350/ })
    await edge.press('ArrowLeft')
    expect(await page.getByRole('button', { name: /task pane: 360/ }).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Close task pane' }).click()
    expect(await page.locator('.task-pane').count()).toBe(0)
    await page.getByRole('button', { name: 'Open pane' }).click()
    await says('Ready in Excel')
  })
})

describe('typing', () => {
  it('works from the keyboard: letters, Enter, F2, Escape, Delete', async () => {
    await click(0, 0)
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.keyboard.type('30')
    await page.keyboard.press('Enter')
    await page.keyboard.type('=A1+A2')
    await page.keyboard.press('Tab')
    expect(await read('A1:A3')).toEqual([[12], [30], [42]])
    await goTo('A3')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.formula-bar')?.value === '=A1+A2',
    )
    await click(0, 0)
    await page.keyboard.press('F2')
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    expect(await read('A1')).toEqual([[12]])
    await page.keyboard.press('Delete')
    expect(await read('A1:A3')).toEqual([[''], [30], [30]])
    expect(complaints).toEqual([])
  })

  it('starts by a double click on what the cell holds', async () => {
    await goTo('B3')
    await page.keyboard.press('Escape')
    await page.evaluate(() => (globalThis as Hooked).__workbook.type('B3', 'word'))
    await click(0, 0)
    const { x, y } = await cellAt(2, 1)
    await page.mouse.dblclick(x, y)
    const field = page.getByRole('textbox', { name: 'Cell B3' })
    await field.waitFor()
    expect(await field.inputValue()).toBe('word')
    await page.keyboard.type('s')
    await page.keyboard.press('Enter')
    expect(await read('A1:B3')).toEqual([
      ['', ''],
      ['', ''],
      ['', 'words'],
    ])
  })

  it('loses no key to a workbook that has not answered yet', async () => {
    await page.evaluate(() => (globalThis as Hooked).__workbook.type('A1', '12'))
    await click(0, 0)
    await keysAtOnce('F2', '9', 'Escape')
    expect(await page.getByRole('textbox', { name: 'Cell A1' }).count()).toBe(0)
    expect(await read('A1')).toEqual([[12]])
    await keysAtOnce('F2', 'Enter', '7', 'Enter')
    await goTo('A3')
    expect(await read('A1:A2')).toEqual([[12], [7]])
  })

  it('works in the formula bar, and gives the keyboard back to the sheet', async () => {
    await goTo('B2')
    await formulaBar().click()
    await formulaBar().fill('from the bar')
    await formulaBar().press('Enter')
    expect(await read('B2')).toEqual([['from the bar']])
    await goTo('C5')
    await page.keyboard.press('ArrowDown')
    expect(await nameBox().inputValue()).toBe('C6')
  })

  it('changes nothing by looking into the formula bar', async () => {
    await page.evaluate(() => (globalThis as Hooked).__workbook.type('A1', "'007"))
    await goTo('A1')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.formula-bar')?.value === "'007",
    )
    await formulaBar().focus()
    await nameBox().focus()
    expect(await read('A1')).toEqual([['007']])
  })

  it('ends an entry by an arrow key, but moves the caret after F2', async () => {
    await click(0, 0)
    await page.keyboard.type('12')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('34')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('0')
    await page.keyboard.press('Enter')
    expect(await read('A1:B1')).toEqual([[12, 304]])
  })

  it('keeps a formula that cannot be read, to be mended', async () => {
    await click(0, 0)
    await page.keyboard.type('=1+')
    await page.keyboard.press('Enter')
    await status().getByText('Excel cannot read this formula').waitFor()
    const field = page.getByRole('textbox', { name: 'Cell A1' })
    expect(await field.inputValue()).toBe('=1+')
    await field.press('2')
    await field.press('Enter')
    expect(await read('A1')).toEqual([[3]])
    await status().getByText('Ready').waitFor()
  })

  it('does not start by a click soon after one somewhere else', async () => {
    await page.getByRole('button', { name: 'New sheet' }).click()
    await click(0, 0)
    await page.waitForTimeout(200)
    expect(await page.getByRole('textbox', { name: 'Cell A1' }).count()).toBe(0)
  })

  it('keeps the add-in out while a cell is being typed into (5004)', async () => {
    await page.evaluate(() => (globalThis as Hooked).__workbook.beginEdit('A1'))
    await press('Read the selection')
    await says('InvalidOperationInCellEditMode')
    await page.evaluate(() => (globalThis as Hooked).__workbook.cancelEdit())
    await press('Read the selection')
    await says('Selected Sheet1!A1')
  })
})

describe('the edge of a column', () => {
  it('changes the width when it is dragged, not when it is clicked, and fits by a double click', async () => {
    const underMouse = async (x: number) => {
      const box = await page.getByRole('region', { name: 'Worksheet' }).boundingBox()
      await page.mouse.click(box!.x + 50 + x, box!.y + 22 + 10)
      return nameBox().inputValue()
    }
    const box = await page.getByRole('region', { name: 'Worksheet' }).boundingBox()
    const edge = { x: box!.x + 50 + 63, y: box!.y + 11 }
    await page.evaluate(() => (globalThis as Hooked).__workbook.type('A2', 'x'.repeat(30)))
    await page.mouse.click(edge.x, edge.y)
    expect(await underMouse(60)).toBe('A1')
    expect(await underMouse(70)).toBe('B1')
    await page.waitForTimeout(600)
    await page.mouse.dblclick(edge.x, edge.y)
    await page.waitForTimeout(300)
    expect(await underMouse(200)).toBe('A1')
  })
})

describe('selecting', () => {
  it('takes several areas typed into the name box, and the add-in hears of it', async () => {
    await goTo('A5:C9,F2')
    await press('Read the selection')
    await says('Selected Sheet1!A5:C9,Sheet1!F2')
    expect(await pane().locator('body').getAttribute('data-selection')).toBe('A5:C9,F2')
  })

  it('says so when there is no such place', async () => {
    await goTo('nonsense')
    await status().getByText('There is no “nonsense”').waitFor()
  })

  it('takes cells apart with Ctrl, ranges by dragging and with Shift', async () => {
    await click(1, 1)
    await page.keyboard.down('Control')
    await click(4, 2)
    await page.keyboard.up('Control')
    await press('Read the selection')
    await says('Selected Sheet1!B2,Sheet1!C5')
    await click(1, 1)
    await page.keyboard.down('Shift')
    await click(3, 2)
    await page.keyboard.up('Shift')
    await press('Read the selection')
    await says('Selected Sheet1!B2:C4')
  })

  it('takes whole rows apart with Ctrl, whole columns, and everything by the corner', async () => {
    const rowNumber = async (row: number) => {
      const { x, y } = await cellAt(row, 0)
      await page.mouse.click(x - 55, y)
    }
    await rowNumber(1)
    await page.keyboard.down('Control')
    await rowNumber(4)
    await page.keyboard.up('Control')
    await press('Read the selection')
    await says('Selected Sheet1!2:2,Sheet1!5:5')
    const letter = await cellAt(-1, 2)
    await page.mouse.click(letter.x, letter.y)
    await press('Read the selection')
    await says('Selected Sheet1!C:C')
    const corner = await cellAt(-1, 0)
    await page.mouse.click(corner.x - 55, corner.y)
    await press('Read the selection')
    await says(/Selected Sheet1!(1:1048576|A:XFD)/)
  })
})

describe('a table the add-in has written', () => {
  beforeEach(async () => {
    await press('Write a table')
    await says('Wrote 40 rows')
  })

  it('can be filtered by its heading’s menu, and the filter taken off again', async () => {
    await page.getByRole('button', { name: 'Filter Status' }).click()
    const menu = page.getByRole('dialog', { name: 'Filter Status' })
    // By their labels, which Playwright lets come to rest first; the boxes themselves lie under them.
    await menu.getByText('(Select all)', { exact: true }).click()
    await menu.getByText('Review', { exact: true }).click()
    await menu.getByRole('button', { name: 'Apply' }).click()
    await status().getByText('10 of 40 records found').waitFor()
    await page.getByRole('button', { name: 'Filter Status' }).click()
    await menu.getByRole('button', { name: /Clear filter/ }).click()
    await status().getByText('Ready').waitFor()
    expect(complaints).toEqual([])
  })

  it('can be sorted', async () => {
    await page.getByRole('button', { name: 'Filter Surname' }).click()
    await page.getByRole('button', { name: 'Sort Z to A' }).click()
    await page.waitForFunction(
      async () => (await (globalThis as Hooked).__workbook.read('Sheet1', 'B2'))[0]?.[0] === 'Żak',
    )
  })

  it('has its figures in the status bar', async () => {
    await goTo('A2:A4')
    await status().getByText('Sum: 3,129').waitFor()
    await status().getByText('Count: 3').waitFor()
    await status().getByText('Average: 1,043').waitFor()
  })

  it('can be copied and pasted', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await goTo('B2:C3')
    const { x, y } = await cellAt(1, 1)
    await page.keyboard.down('Shift')
    await page.mouse.click(x + 64, y + 21)
    await page.keyboard.up('Shift')
    await page.keyboard.press('Control+c')
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('\t'))
    await click(1, 8)
    await page.keyboard.press('Control+v')
    await page.waitForFunction(
      async () =>
        (await (globalThis as Hooked).__workbook.read('Sheet1', 'I2'))[0]?.[0] === 'Smith',
    )
  })
})

describe('the add-in’s own ways out', () => {
  it('are a dialog in a frame, with messages both ways, closed by the add-in or the user', async () => {
    await press('Open a dialog')
    const dialog = page.getByRole('dialog', { name: 'Demo add-in' })
    const inside = page.frameLocator('.addin-dialog iframe')
    await inside.getByText('The pane says hello').waitFor()
    await inside.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await says('Dialog says done')
    await press('Open a dialog')
    await says('Dialog says ready')
    await dialog.getByRole('button', { name: 'Close dialog' }).click()
    await says('Dialog closed with 12006')
    expect(complaints).toEqual([])
  })

  it('are downloads', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), press('Download a file')])
    expect(download.suggestedFilename()).toBe('demo.csv')
  })

  it('are saved settings', async () => {
    await press('Save a setting')
    await says('Settings succeeded')
  })

  it('are functions behind ribbon buttons', async () => {
    await goTo('D4')
    await page.getByRole('button', { name: 'Stamp' }).click()
    await page.waitForFunction(
      async () =>
        (await (globalThis as Hooked).__workbook.read('Sheet1', 'D4'))[0]?.[0] === 'stamped',
    )
    expect(complaints).toEqual([])
  })

  it('meet a busy Excel when a test asks for it', async () => {
    await page.evaluate(() => (globalThis as Hooked).__workbook.failNext(5102))
    await press('Read the selection')
    await says('ActivityLimitReached')
    await press('Read the selection')
    await says('Selected')
  })
})

describe('a new workbook of the add-in', () => {
  it('opens empty in a window of its own, with the add-in beside it', async () => {
    await page.evaluate(() => (globalThis as Hooked).__workbook.type('A1', 'mine'))
    const [opened] = await Promise.all([context.waitForEvent('page'), press('New workbook')])
    await says('Opened a workbook')
    expect(await read('A1')).toEqual([['mine']])
    page = opened
    await says('Ready in Excel on OfficeOnline')
    expect(await page.getByRole('heading', { name: 'Book2' }).isVisible()).toBe(true)
    expect(await page.title()).toBe('Book2 – Workbook preview')
    expect(await page.getByText('Not saved yet').isVisible()).toBe(true)
    expect(await read('A1')).toEqual([['']])
    const [third] = await Promise.all([context.waitForEvent('page'), press('New workbook')])
    await third.getByRole('heading', { name: 'Book3' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('is an error when the browser blocks its window', async () => {
    await page.evaluate(() => {
      window.open = () => null
    })
    await press('New workbook')
    await says('GeneralException: The browser did not let the window of the new workbook open.')
    await status().getByText('The browser blocked the window').waitFor()
    expect(context.pages()).toHaveLength(1)
  })
})

describe('the menu of a row', () => {
  it('hides the row under the mouse, and shows it again', async () => {
    const { x, y } = await cellAt(3, 0)
    await page.mouse.click(x - 55, y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Hide rows', exact: true }).click()
    await click(3, 0)
    expect(await nameBox().inputValue()).toBe('A5')
    await goTo('3:5')
    await page.getByRole('tab', { name: 'Home' }).click()
    await page.getByRole('group', { name: 'Rows' }).getByRole('button', { name: 'Unhide' }).click()
    // The row comes back a moment after the click; until then the next one stands in its place.
    for (let tries = 0; tries < 50 && (await nameBox().inputValue()) !== 'A4'; tries += 1) {
      await click(3, 0)
      await page.waitForTimeout(100)
    }
    expect(await nameBox().inputValue()).toBe('A4')
    expect(complaints).toEqual([])
  })
})

describe('worksheets', () => {
  it('are added, renamed, copied and deleted by their tabs', async () => {
    const names = () => page.evaluate(() => (globalThis as Hooked).__workbook.sheets())
    await page.getByRole('button', { name: 'New sheet' }).click()
    const second = page.getByRole('tab', { name: 'Sheet2' })
    await second.dblclick()
    const field = page.getByRole('textbox', { name: 'Name of the worksheet' })
    await field.fill('Mine')
    await field.press('Enter')
    await page.getByRole('tab', { name: 'Mine' }).waitFor()
    await page.getByRole('tab', { name: 'Mine' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.getByRole('tab', { name: 'Mine (2)' }).waitFor()
    await page.getByRole('tab', { name: 'Mine', exact: true }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('tab', { name: 'Mine', exact: true }).waitFor({ state: 'detached' })
    expect(await names()).toEqual(['Sheet1', 'Mine (2)'])
    expect(complaints).toEqual([])
  })
})

describe('20,000 rows', () => {
  it('are written, scrolled to and read while the page stays quick', async () => {
    await press('Write 20,000 rows')
    await says('Wrote 20000 rows')
    await goTo('A20001')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.formula-bar')?.value === '21041',
    )
    const usual = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const scroller = document.querySelector('.dvn-scroller')
          let last = performance.now()
          const frames: number[] = []
          let left = 40
          const frame = () => {
            const now = performance.now()
            frames.push(now - last)
            last = now
            scroller?.scrollBy(0, -4000)
            if (--left > 0) requestAnimationFrame(frame)
            else resolve(frames.sort((a, b) => a - b)[20] ?? Infinity)
          }
          requestAnimationFrame(frame)
        }),
    )
    expect(usual).toBeLessThan(150)
    expect(complaints).toEqual([])
  })
})

describe('a saved workbook', () => {
  it('counts as saved when the address says so, or once the user saves it', async () => {
    expect(await page.getByText('Not saved yet').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved on this machine').waitFor()
    await page.close()
    await open('?saved=1')
    expect(await page.getByText('Saved on this machine').isVisible()).toBe(true)
  })
})
