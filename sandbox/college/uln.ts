/**
 * The ULN whose first nine digits are `base`, or null where no check digit exists
 * (lrs-contract F: weights 10 to 2, remainder 0 is impossible, else 10 less the remainder).
 */
export function ulnOf(base: number): string | null {
  const digits = String(base)
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const remainder = sum % 11
  return remainder === 0 ? null : `${digits}${10 - remainder}`
}

/** Valid ULNs from 9000000016 upward, each once. */
export function* freshUlns(): Generator<string, never> {
  for (let base = 900000001; ; base += 1) {
    const uln = ulnOf(base)
    if (uln !== null) yield uln
  }
}
