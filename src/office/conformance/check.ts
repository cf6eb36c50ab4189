/** Assertions that run in jest, in a browser and in Excel alike. They say what differs. */
export interface Check {
  equal(found: unknown, expected: unknown, what: string): void
  ok(holds: boolean, what: string): void
  /** The work has to be refused with an error of this code. */
  refused(work: Promise<unknown>, code: string, what: string): Promise<void>
}

export const check: Check = {
  equal(found, expected, what) {
    const [is, should] = [said(found), said(expected)]
    if (is !== should) throw new Error(`${what}: expected ${cut(should)}, found ${cut(is)}`)
  },
  ok(holds, what) {
    if (!holds) throw new Error(`${what}: does not hold`)
  },
  async refused(work, code, what) {
    const outcome = await work.then(
      () => 'no error',
      (error: unknown) => codeOf(error),
    )
    if (outcome !== code) throw new Error(`${what}: expected error ${code}, found ${outcome}`)
  },
}

/** One text for one value: keys sorted, maps and sets as lists. */
function said(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Map) return [...part].sort()
    if (part instanceof Set) return [...part].sort()
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part ?? null
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code)
  return String(error)
}

function cut(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
