/** How a text of LRS is looked up in a college's translations: without case and outer blanks. */
export const plainText = (text: string): string => text.trim().toLowerCase()

/** A rule that translates texts of LRS by a table of the college; undefined for what it lacks. */
export function translation(
  table: Readonly<Record<string, string>>,
): (given: string | null) => string | undefined {
  const entries = new Map(Object.entries(table).map(([text, to]) => [plainText(text), to]))
  return (given) => (given === null ? undefined : entries.get(plainText(given)))
}
