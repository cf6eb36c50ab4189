import { ThemeProvider } from '@fluentui/react'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { formatArea } from '../model/address.ts'
import { cellArea } from '../model/area.ts'
import { Banner } from './bars/Banner.tsx'
import { FormulaBar } from './bars/FormulaBar.tsx'
import { NameBox } from './bars/NameBox.tsx'
import { SheetTabs } from './bars/SheetTabs.tsx'
import { StatusBar } from './bars/StatusBar.tsx'
import { TitleBar } from './bars/TitleBar.tsx'
import { focusSheet } from './grid/focus.ts'
import { Grid } from './grid/Grid.tsx'
import { AddinDialog } from './pane/AddinDialog.tsx'
import { AddinFrame } from './pane/AddinFrame.tsx'
import { TaskPane } from './pane/TaskPane.tsx'
import { AddinTab } from './ribbon/AddinTab.tsx'
import { HomeTab } from './ribbon/HomeTab.tsx'
import type { RibbonButton } from './ribbon/manifest.ts'
import { Ribbon } from './ribbon/Ribbon.tsx'
import type { Preview } from './start.ts'
import { fluentTheme } from './theme/fluent.ts'
import { useDark } from './theme/useDark.ts'
import { useEditing } from './workbook/editing.ts'
import { useSnapshot } from './workbook/useSnapshot.ts'

/** An address of the manifest on the origin the pane comes from, whatever port the manifest names. */
const onOrigin = (address: string, origin: string): string => {
  const { pathname, search, hash } = new URL(address, origin)
  return origin + pathname + search + hash
}

/** The whole page: a workbook as anybody knows it, and the add-in's pane beside it. */
export function App({ preview }: { preview: Preview }) {
  const { settings, manifest, client, store, panes, host } = preview
  const snapshot = useSnapshot(store)
  const frames = useSyncExternalStore(panes.subscribe, panes.get)
  const editing = useEditing(store)
  const dark = useDark()
  const theme = useMemo(() => fluentTheme(dark), [dark])
  const paneUrl = new URL(settings.paneUrl, location.href).href

  const showPane = useCallback(() => {
    const pane = panes.get().pane ?? host.open(paneUrl, 'pane')
    panes.put({ pane, visible: true })
  }, [host, panes, paneUrl])
  const closePane = () => {
    frames.pane?.close()
    panes.put({ pane: null })
  }
  useEffect(showPane, [showPane])

  const press = ({ action, id, label }: RibbonButton) => {
    if (action.kind === 'show-pane') {
      showPane()
      document.querySelector<HTMLElement>('.task-pane iframe')?.focus()
      return
    }
    if (!manifest.functionFile) return
    const page = onOrigin(manifest.functionFile, new URL(paneUrl).origin)
    const functions = frames.functions ?? host.open(page, 'functions')
    panes.put({ functions })
    void host.invoke(functions.id, action.functionName, id).then(({ status }) => {
      if (status !== 0) store.tell(`${label} ended with error ${String(status)}.`)
    })
  }

  const { activeCell } = snapshot.sheet
  const here = `${formatArea(cellArea(activeCell.row, activeCell.column))} ${snapshot.content.formula}`
  const dialog = frames.dialog
  const attachDialog = useCallback(
    (window: Window | null) => {
      if (dialog) host.attachDialog(dialog.id, window)
    },
    [dialog, host],
  )

  return (
    <ThemeProvider theme={theme} applyTo="body" className="page">
      <Banner settings={settings} />
      <TitleBar
        name={snapshot.workbook.name}
        saved={snapshot.workbook.saved}
        canUndo={snapshot.workbook.canUndo}
        save={() => void store.operate({ do: 'save' })}
        undo={() => {
          void store.operate({ do: 'undo' })
          focusSheet()
        }}
      />
      <Ribbon
        start={manifest.tabs[0]?.id ?? 'home'}
        pages={[
          {
            id: 'home',
            label: 'Home',
            content: <HomeTab client={client} store={store} snapshot={snapshot} />,
          },
          ...manifest.tabs.map((tab) => ({
            id: tab.id,
            label: tab.label,
            content: (
              <AddinTab
                tab={tab}
                press={press}
                pressed={() => frames.pane !== null && frames.visible}
                here={(address) => onOrigin(address, new URL(paneUrl).origin)}
              />
            ),
          })),
        ]}
      />
      <main className="work">
        <div className="workbook">
          <div className="formula-row">
            <NameBox store={store} snapshot={snapshot} />
            <FormulaBar snapshot={snapshot} editing={editing} />
          </div>
          <Grid client={client} store={store} snapshot={snapshot} editing={editing} dark={dark} />
          <p className="off-canvas" aria-live="polite">
            {here}
          </p>
          <SheetTabs store={store} snapshot={snapshot} />
        </div>
        {frames.pane && (
          <TaskPane
            title={manifest.name}
            frame={frames.pane}
            visible={frames.visible}
            close={closePane}
          />
        )}
      </main>
      <StatusBar client={client} snapshot={snapshot} draft={editing.draft} />
      {frames.functions && <AddinFrame {...frames.functions} title="Function commands" hidden />}
      {dialog && (
        <AddinDialog
          title={manifest.name}
          dialog={dialog}
          attach={attachDialog}
          close={() => {
            host.closeDialog(dialog.id)
          }}
        />
      )}
    </ThemeProvider>
  )
}
