/** Lets each person do so many things at once. */
export interface Turnstile {
  /** A function that gives the place back, or null when all places of this person are taken. */
  enter(person: string): Promise<(() => void) | null>
}

/** A turnstile with `places` for each person. */
export function createTurnstile(places: number): Turnstile {
  const inside = new Map<string, number>()
  return {
    enter(person) {
      const taken = inside.get(person) ?? 0
      if (taken >= places) return Promise.resolve(null)
      inside.set(person, taken + 1)
      let left = false
      return Promise.resolve(() => {
        if (left) return
        left = true
        const now = (inside.get(person) ?? 1) - 1
        if (now > 0) inside.set(person, now)
        else inside.delete(person)
      })
    },
  }
}
