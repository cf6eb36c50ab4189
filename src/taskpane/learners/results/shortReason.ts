/** Why a learner would not be looked up, in so few words that they fit where the ULN would be. */
const reasons: Readonly<Record<string, string>> = {
  LNK0001: 'no ULN',
  LNK0002: 'no first name',
  LNK0003: 'no surname',
  LNK0004: 'ULN not valid',
  LNK0005: 'temporary ULN',
  LNK0006: 'name too long',
  LNK0007: 'not in ebs',
  LNK0008: 'merged',
  LNK0009: 'same ULN as another',
  LNK0010: 'privacy notice',
}

/** The short reason for a problem's code; the long one is the problem's own description. */
export function shortReason(code: string): string {
  return reasons[code] ?? 'not looked up'
}
