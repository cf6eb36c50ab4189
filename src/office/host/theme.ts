import type { HostTheme } from './port.ts'

/** What there is to judge a theme by: Office's theme, where it gives one, and the browser's wishes. */
export interface ThemeSigns {
  /** Office.context.officeTheme; undefined in Excel on the web. */
  readonly bodyBackground: string | undefined
  readonly forcedColours: boolean
  readonly prefersDark: boolean
}

/** Forced colours win, then Office's own background, then the browser's preference. */
export function themeFrom(signs: ThemeSigns): HostTheme {
  if (signs.forcedColours) return 'high-contrast'
  const brightness = signs.bodyBackground === undefined ? null : brightnessOf(signs.bodyBackground)
  const dark = brightness === null ? signs.prefersDark : brightness < 0.4
  return dark ? 'dark' : 'light'
}

/** How bright a `#RRGGBB` colour seems, 0 to 1; null for any other text. */
export function brightnessOf(colour: string): number | null {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour.trim())
  if (!parts) return null
  const [red, green, blue] = parts.slice(1).map((part) => Number.parseInt(part, 16) / 255)
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0)
}
