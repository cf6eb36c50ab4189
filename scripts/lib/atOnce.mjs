/**
 * Runs jobs in their order, at most so many at a time, until all have ended.
 * @param {number} most
 * @param {(() => Promise<void>)[]} jobs
 */
export async function atOnce(most, jobs) {
  const waiting = [...jobs]
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job()
  }
  await Promise.all(Array.from({ length: most }, lane))
}
