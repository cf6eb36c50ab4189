/** Those waiting for a turn: every person has a line of their own, and the lines take turns. */
export interface FairQueue<T> {
  /** Puts an item at the end of the person's line, or at its head when it has waited before. */
  add(person: string, item: T, first: boolean): void
  /** The next item, in turn. */
  next(): T | undefined
  remove(person: string, item: T): void
  size(): number
}

export function createFairQueue<T>(): FairQueue<T> {
  const lines = new Map<string, T[]>()
  let size = 0
  return {
    add(person, item, first) {
      const line = lines.get(person) ?? []
      if (first) line.unshift(item)
      else line.push(item)
      lines.set(person, line)
      size += 1
    },
    next() {
      for (const [person, line] of lines) {
        const item = line.shift()
        // A map keeps the order of insertion: taken out and put in again, the line goes to the back.
        lines.delete(person)
        if (line.length > 0) lines.set(person, line)
        if (item === undefined) continue
        size -= 1
        return item
      }
      return undefined
    },
    remove(person, item) {
      const line = lines.get(person)
      const place = line?.indexOf(item) ?? -1
      if (line === undefined || place === -1) return
      line.splice(place, 1)
      size -= 1
      if (line.length === 0) lines.delete(person)
    },
    size: () => size,
  }
}
