/**
 * Whether LRS has accepted the college's credentials since start, since the certificate was replaced,
 * or since it last refused them. Until then calls go alone, so that a wrong password is sent once
 * and not twenty times: repeated tries can lock the account.
 */
export interface Proof {
  readonly proven: boolean
  /** How many calls may be in flight while nothing is proven. */
  readonly width: number
  /** Goes up with every doubt, so that calls sent before it prove nothing. */
  readonly generation: number
}

/** What an answer says of the credentials. `silent`: nobody answered, so nothing was tried. */
export type Verdict = 'accepted' | 'refused' | 'silent' | 'open'

export const unproven: Proof = { proven: false, width: 1, generation: 0 }

export function doubted(proof: Proof): Proof {
  return { proven: false, width: 1, generation: proof.generation + 1 }
}

/**
 * The proof after an answer to a call of `generation`. When nobody answers the next go four times as
 * many at once: an outage has to show within a few time-outs, and nobody is there to lock anything.
 */
export function afterVerdict(proof: Proof, verdict: Verdict, generation: number): Proof {
  if (verdict === 'refused') return doubted(proof)
  if (generation !== proof.generation || proof.proven) return proof
  if (verdict === 'accepted') return { ...proof, proven: true }
  return verdict === 'silent' ? { ...proof, width: proof.width * 4 } : proof
}
