import { openDialog } from './dialog.ts'
import type { Host, HostTheme } from './port.ts'
import { themeFrom } from './theme.ts'

/** What of a browser window the host looks at. */
export type HostWindow = Pick<Window, 'matchMedia' | 'open'> & {
  readonly navigator: Pick<Navigator, 'language'>
}

/** The application around the pane, by Office.js and what the browser says. */
export function createHost(office: typeof Office, browser: HostWindow): Host {
  const dark = browser.matchMedia('(prefers-color-scheme: dark)')
  const forced = browser.matchMedia('(forced-colors: active)')

  function theme(): HostTheme {
    // Typed as always there; Excel on the web gives none (office-js#6134).
    const given: Office.OfficeTheme | undefined = office.context.officeTheme
    return themeFrom({
      bodyBackground: given?.bodyBackgroundColor,
      forcedColours: forced.matches,
      prefersDark: dark.matches,
    })
  }

  return {
    async ready() {
      const info: { host: unknown; platform: unknown } = await office.onReady()
      return String(info.host) === 'Excel'
        ? { kind: 'excel', platform: String(info.platform) }
        : { kind: 'elsewhere' }
    },
    theme,
    onThemeChanged(listener) {
      const tell = () => {
        listener(theme())
      }
      for (const query of [dark, forced]) query.addEventListener('change', tell)
      return () => {
        for (const query of [dark, forced]) query.removeEventListener('change', tell)
      }
    },
    locale: () => office.context.displayLanguage || browser.navigator.language,
    supports: (set, version) => office.context.requirements.isSetSupported(set, version),
    openDialog: (options) => openDialog(office, options),
    openBrowser(url) {
      if (office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
        office.context.ui.openBrowserWindow(url)
      } else browser.open(url, '_blank', 'noopener')
    },
  }
}
