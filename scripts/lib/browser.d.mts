/** The path of an installed Chrome, Edge or Chromium, or null; `BROWSER_PATH` wins. */
export function findBrowser(): string | null
/** The same, installing Debian's chromium where that can be done; throws and says what to do. */
export function needBrowser(): string
