/** The ULN rules that LRS itself applies (ten digits, not 0 first, weighted sum modulo 11 is 10). */
export function isUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text)) return false
  const sum = [...text].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  return sum % 11 === 10
}
