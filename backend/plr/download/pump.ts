/**
 * Runs `work` on the items, at most `width` at once, and yields each outcome as it comes. No more is
 * started than the reader takes: a slow reader holds the work back, so memory stays flat.
 * `work` must not reject but for what should end the whole.
 */
export async function* pump<Item, Outcome>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const running = new Map<number, Promise<{ index: number; outcome: Outcome }>>()
  let next = 0
  const start = (): void => {
    const item = items[next]
    if (item === undefined) return
    const index = next
    next += 1
    const outcome = work(item).then((outcome) => ({ index, outcome }))
    // It may fail before the reader comes back for it, or when nobody does: it waits for that.
    outcome.catch(() => undefined)
    running.set(index, outcome)
  }
  while (running.size < width && next < items.length) start()
  while (running.size > 0) {
    const { index, outcome } = await Promise.race(running.values())
    running.delete(index)
    start()
    yield outcome
  }
}
