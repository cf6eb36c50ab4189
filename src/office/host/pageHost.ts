import { createHost } from './host.ts'
import type { Host } from './port.ts'

/** The host around this page, from Office.js's own global; asked for before Office is ready. */
export function pageHost(): Host {
  return createHost(Office, window)
}
