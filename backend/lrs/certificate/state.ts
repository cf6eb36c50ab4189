/** How the client certificate stands, for `me`, the doctor and metrics. */
export type CertificateState =
  | { readonly kind: 'valid'; readonly expires: Date; readonly daysLeft: number }
  | { readonly kind: 'expired'; readonly expires: Date; readonly daysLeft: number }
  /** No certificate that can be used; `reason` says what is wrong and what to do. */
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The state of a certificate valid until `expires`; whole days, below zero once it has expired. */
export function stateOf(expires: Date, now: Date): CertificateState {
  const left = expires.getTime() - now.getTime()
  const daysLeft = Math.floor(left / 86_400_000)
  return { kind: left > 0 ? 'valid' : 'expired', expires, daysLeft }
}
