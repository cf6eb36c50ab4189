import type { ProxyRule } from '../network/proxyFor.ts'
import type { Environment } from './schema.ts'

/** HTTPS_PROXY and NO_PROXY, which hold for LRS and for the issuer. */
export function proxyRule({
  HTTPS_PROXY,
  NO_PROXY,
}: Partial<Pick<Environment, 'HTTPS_PROXY' | 'NO_PROXY'>>): ProxyRule {
  return { proxy: HTTPS_PROXY ?? null, noProxy: NO_PROXY ?? null }
}
