/** The ULN that ILR returns use for a learner whose own is not known yet; it is nobody's. */
export const temporaryUln = '9999999999'

/**
 * Whether a text is a ULN: ten digits, the first not 0, and the sum of the digits weighted 10 to 1
 * leaves 10 when divided by 11 (HESA, field ULN).
 */
export function isUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text)) return false
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return sum % 11 === 10
}
