import { createOfficeHost, type OfficeHost } from '../host/host.ts'
import { createWorkbookClient, type WorkbookClient } from '../model/client.ts'
import { focusSheet } from './grid/focus.ts'
import { createPaneStore, type PaneStore } from './pane/paneStore.ts'
import { type Manifest, readManifest } from './ribbon/manifest.ts'
import { loadSettings, type PreviewSettings } from './settings.ts'
import { createWindows } from './workbook/books.ts'
import { hostedWorkbook } from './workbook/hosted.ts'
import { createWorkbookStore, type WorkbookStore } from './workbook/store.ts'

/** Everything the page is made of, running. */
export interface Preview {
  settings: PreviewSettings
  manifest: Manifest
  client: WorkbookClient
  store: WorkbookStore
  panes: PaneStore
  host: OfficeHost
}

/** What of Excel's API the workbook plays (BEHAVIOUR.md). */
const requirementSets = { ExcelApi: '1.14' }

async function loadManifest(address: string): Promise<Manifest> {
  const response = await fetch(address, { cache: 'no-store' })
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}.`)
  return readManifest(await response.text())
}

/**
 * Starts workbook, host and all.
 * @param worker in which the workbook lives
 */
export async function startPreview(worker: Worker, page: Window): Promise<Preview> {
  const settings = await loadSettings('/preview/settings.json')
  const manifest = await loadManifest(settings.manifestUrl)
  const client = createWorkbookClient(worker)
  const store = await createWorkbookStore(client)
  const panes = createPaneStore()
  const { name } = store.get().workbook
  page.document.title = `${name} – Workbook preview`

  const openWindow = createWindows(page)
  const openWorkbook = () => {
    const opened = openWindow()
    if (!opened)
      store.tell('The browser blocked the window of the new workbook. Allow pop-ups here.')
    return opened
  }
  const host = createOfficeHost({
    window: {
      origin: page.location.origin,
      size: { width: page.innerWidth, height: page.innerHeight },
      onMessage(listener) {
        page.addEventListener('message', listener)
        return () => {
          page.removeEventListener('message', listener)
        }
      },
    },
    addin: { id: manifest.id, name: manifest.name, appDomains: manifest.appDomains },
    workbook: hostedWorkbook(client),
    surface: panes.surface({
      notice: focusSheet,
      openWorkbook,
      refused: (what) => {
        store.tell(`The add-in asked for something this preview does not play: ${what}.`)
      },
    }),
    documentUrl: () =>
      store.get().workbook.saved ? `${page.location.origin}/documents/${name}.xlsx` : '',
    locale: 'en-GB',
    requirementSets,
    newConversationId: () => page.crypto.randomUUID(),
  })
  return { settings, manifest, client, store, panes, host }
}
