import type { ProxyRule } from '../network/proxyFor.ts'

import type { Slots } from './gate/slots.ts'

/** What the LRS client is told; the backend's configuration fills it in. Paths are files. */
export interface LrsOptions {
  /** The full endpoint, posted to as it stands. */
  readonly url: string
  readonly certificate: CertificateFiles
  /** PEM files of authorities trusted beside Node's own. */
  readonly ca: readonly string[]
  /** Sent as `Ukprn`, `Password`, `vendorID`. */
  readonly ukprn: string
  readonly password: string
  readonly vendorId: number
  /** Sent as `OrganisationRef`; left out when null. */
  readonly invokingOrganisation: string | null
  readonly userType: string
  readonly language: string
  readonly sendDateOfBirth: boolean
  /** At most so many calls in flight for the institution. */
  readonly batchSize: number
  /** Places shared with other replicas; without them this process alone keeps to the batch size. */
  readonly slots?: Slots
  /** For one call, from connecting to the last byte. */
  readonly timeoutMs: number
  readonly proxy: ProxyRule
  readonly logger: LrsLogger
  /** Told of every call that was sent, for metrics; nothing of it is personal. */
  readonly onCall?: (call: CallSeen) => void
  /** Shown every request and answer as they went over the wire: the conformance run alone sets it. */
  readonly onExchange?: (exchange: Exchange) => void
  /** Retries after the first call, where repeating is safe (2), and the first wait (250 ms). */
  readonly retries?: number
  readonly retryDelayMs?: number
  /** How long an open breaker waits before it tries one call (10 s). */
  readonly breakerPauseMs?: number
  /** An answer larger than this is not read on (10 MB). */
  readonly maxAnswerBytes?: number
  /** The clock, for tests. */
  readonly now?: () => Date
}

/** PKCS#12 with its password, or PEM with the key in a file of its own (or in the same file). */
export interface CertificateFiles {
  readonly path: string
  readonly password: string | null
  readonly keyPath: string | null
}

export interface CallSeen {
  /** `answered`, `fault`, `timeout`, `no-answer`, `unreadable`, `http`, `maintenance`, `refused`. */
  readonly result: string
  readonly ms: number
}

/** One call as it went over the wire. It holds the password and personal data: never log it. */
export interface Exchange {
  readonly request: string
  /** Null when no answer came. */
  readonly answer: { readonly status: number; readonly body: Uint8Array } | null
}

/** The part of a pino logger that is used here. */
export interface LrsLogger {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
}
