/** What the pane may ask of the Office application around it, apart from the workbook. */
export interface Host {
  /** Resolves when Office.js is ready; tells where the pane runs. Ask nothing else before. */
  ready(): Promise<HostInfo>
  /** The theme now; without an Office theme (Excel on the web) the browser's preference. */
  theme(): HostTheme
  onThemeChanged(listener: (theme: HostTheme) => void): () => void
  /** The language of the application, for instance `en-GB`. */
  locale(): string
  supports(requirementSet: string, version: string): boolean
  /** Opens a page of our own origin in a window of its own. One at a time. */
  openDialog(options: DialogOptions): Promise<OpenedDialog>
  /** Opens an address in the user's browser. */
  openBrowser(url: string): void
}

export type HostInfo =
  | { readonly kind: 'excel'; readonly platform: string }
  /** Another application of Office, or no Office at all (an ordinary browser tab). */
  | { readonly kind: 'elsewhere' }

export type HostTheme = 'light' | 'dark' | 'high-contrast'

export interface DialogOptions {
  /** Absolute https address, same origin as the pane for its first page. */
  readonly url: string
  /** Per cent of the screen. */
  readonly width: number
  readonly height: number
}

export type OpenedDialog =
  | {
      readonly kind: 'open'
      /** The first message the page sends, or that the user closed the window (after `close` too). */
      readonly result: Promise<DialogResult>
      close(): void
    }
  /** `ignored`: the user refused Excel's prompt; `blocked`: the browser refused the window. */
  | { readonly kind: 'refused'; readonly why: 'ignored' | 'blocked' | 'already-open' | 'failed' }

export type DialogResult =
  { readonly kind: 'message'; readonly text: string } | { readonly kind: 'closed' }
