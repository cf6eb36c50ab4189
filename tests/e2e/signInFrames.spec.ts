import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { chromium, expect } from '@playwright/test'
import type { FrameLocator } from '@playwright/test'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { watch } from './support/guard.ts'
import { fillSignIn } from './support/preview.ts'
import { test } from './support/test.ts'

test('in the preview, through a popup', async ({ preview }) => {
  await preview.signIn('admin@college.example')
  await expect(preview.pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
})

test('again after a reload, without being asked', async ({ preview }) => {
  await preview.signIn('admin@college.example')
  await expect(preview.pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
  await preview.page.reload()
  await expect(preview.pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
})

/** A page of another site (an address is another site than a name) with the preview in a frame. */
async function otherSite(framed: string) {
  const identity = makeAuthority('Another site').server(['127.0.0.1'])
  const server = createServer({ cert: identity.certificate, key: identity.key }, (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      `<title>A portal</title><body style="margin:0"><iframe style="border:0;width:100vw;height:100vh" src="${framed}" allow="clipboard-write"></iframe>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

test('under a page of another site, where the browser keeps storage apart', async ({ sandbox }) => {
  const portal = await otherSite(`${sandbox.address}/preview`)
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // The last such switch counts: it takes Playwright's away, which turns partitioning off.
      '--disable-features=Translate',
    ],
  })
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const guard = await watch(context)
    const page = await context.newPage()
    await page.goto(portal.address)
    const pane = page.frameLocator('iframe').getByRole('complementary', { name: 'Task pane' })
    const inPane = pane.frameLocator('iframe')
    const popup = page.waitForEvent('popup')
    await inPane.getByRole('button', { name: 'Sign in', exact: true }).click()
    const relay = await popup
    const window = relay.waitForEvent('popup')
    await relay.getByRole('button', { name: 'Continue' }).click()
    await fillSignIn(await window, 'admin@college.example')
    await expect(inPane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
    expect(guard.complaints).toEqual([])
  } finally {
    await browser.close()
    portal.close()
  }
})

/** From here on the pane cannot open a window; Office, whose window names itself a dialog, can. */
function refusePopups(pane: FrameLocator): Promise<void> {
  return pane.locator('body').evaluate(() => {
    const open = window.open.bind(window)
    window.open = (url, ...rest) => (String(url).includes('isDialog') ? open(url, ...rest) : null)
  })
}

test('in a dialog window of Office, where popups do not open', async ({ preview }) => {
  const { page, pane } = preview
  await expect(pane.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await refusePopups(pane)
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  const window = page.waitForEvent('popup')
  await pane.getByRole('button', { name: 'Allow' }).click()
  await fillSignIn(await window, 'admin@college.example')
  await expect(pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
})

test('in a dialog window of Office, when the popup got lost', async ({ preview }) => {
  const { page, pane } = preview
  const lost = page.waitForEvent('popup')
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  await lost
  await pane.getByRole('button', { name: /Office window/ }).click()
  const window = page.waitForEvent('popup')
  await pane.getByRole('button', { name: 'Allow' }).click()
  await fillSignIn(await window, 'admin@college.example')
  await expect(pane.getByRole('heading', { name: 'Condition Builder' })).toBeVisible()
})
