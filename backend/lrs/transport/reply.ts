import type { StopCode } from '../codes/code.ts'
import type { Decoded } from '../response/decoded.ts'

/** What came of one call. `reason` and `detail` are sentences for people and quote nobody's data. */
export type Reply =
  | Extract<Decoded, { kind: 'response' | 'fault' }>
  | { readonly kind: 'unreadable'; readonly reason: string; readonly brokeOff: boolean }
  /** An HTTP status other than 200 and 405, without a fault in its body. */
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'maintenance' }
  /** 403 without a fault: how a web server says that it does not accept our certificate. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'no-answer'; readonly reason: string; readonly inHandshake: boolean }
  /** One problem for everybody: certificate, trust, proxy, or LRS known to be down. */
  | { readonly kind: 'stop'; readonly code: StopCode; readonly detail: string }

/** Whether the service itself failed, as the breaker counts it (surface.md): never a code LRS gave. */
export function isServiceFailure(reply: Reply): boolean {
  switch (reply.kind) {
    case 'timeout':
    case 'no-answer':
    case 'maintenance':
    case 'unreadable':
      return true
    case 'http':
      return reply.status >= 500
    default:
      return false
  }
}
