import { spawn } from 'node:child_process'

export interface OpenedBrowser {
  close(): void
}

/**
 * Opens a page in an installed browser with a profile of its own, which trusts the sandbox's authority
 * and nothing else beyond the system's; the system itself is left as it is.
 * @param pin of the sandbox's authority (spkiPin)
 * @param failed is called when the program cannot be started
 */
export function openBrowser(
  options: {
    readonly program: string
    readonly profile: string
    readonly pin: string
    readonly address: string
  },
  failed: () => void,
): OpenedBrowser {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const browser = spawn(
    options.program,
    [
      `--user-data-dir=${options.profile}`,
      `--ignore-certificate-errors-spki-list=${options.pin}`,
      '--no-first-run',
      '--no-default-browser-check',
      ...(asRoot ? ['--no-sandbox'] : []),
      options.address,
    ],
    { stdio: 'ignore' },
  )
  browser.once('error', failed)
  return { close: () => void browser.kill() }
}

/** Whether a window could be seen here at all. */
export function hasScreen(env: Readonly<Record<string, string | undefined>>): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}
