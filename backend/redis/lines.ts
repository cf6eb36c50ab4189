/** Those who wait, a line for each person. */
export interface Lines<T> {
  add(person: string, item: T): void
  nextOf(person: string): T | undefined
  /** Whose turn it is, when nobody else says so: each person after the others. */
  nextPerson(): string | undefined
  remove(person: string, item: T): void
  lengths(): ReadonlyMap<string, number>
  size(): number
}

export function createLines<T>(): Lines<T> {
  const lines = new Map<string, T[]>()
  return {
    add(person, item) {
      const line = lines.get(person)
      if (line) line.push(item)
      else lines.set(person, [item])
    },
    nextOf(person) {
      const line = lines.get(person)
      const item = line?.shift()
      // Put in again, the line stands behind the others: a map keeps the order of insertion.
      lines.delete(person)
      if (line && line.length > 0) lines.set(person, line)
      return item
    },
    nextPerson: () => lines.keys().next().value,
    remove(person, item) {
      const rest = lines.get(person)?.filter((other) => other !== item) ?? []
      if (rest.length > 0) lines.set(person, rest)
      else lines.delete(person)
    },
    lengths: () => new Map([...lines].map(([person, line]) => [person, line.length])),
    size: () => [...lines.values()].reduce((sum, line) => sum + line.length, 0),
  }
}
