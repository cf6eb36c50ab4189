/** Begins the sentence of a Reason that holds names; it is the last one. */
const beginning = ' ebs also holds: '

/** A Reason that ends with the other names ebs holds of the learner. */
export function withOtherNames(reason: string, names: readonly string[]): string {
  return `${reason}${beginning}${names.join(', ')}.`
}

/** The Reason without them, for a file without personal details. */
export function withoutOtherNames(reason: string): string {
  const at = reason.indexOf(beginning)
  return at === -1 ? reason : reason.slice(0, at)
}
