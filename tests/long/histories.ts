/** `npm run histories`: 500 random histories, or as many as the first argument says, from the seed that the second gives. */
import fc from 'fast-check'
import { histories, historyCollege } from './randomHistories.ts'

const count = Number(process.argv[2] ?? 500)
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31)
const college = await historyCollege()
const steps = new Map<string, number>()
try {
  await fc.assert(
    fc.asyncProperty(histories(40), async (history) => {
      await college.play(history)
      for (const { kind } of history) steps.set(kind, (steps.get(kind) ?? 0) + 1)
    }),
    { numRuns: count, seed },
  )
  const told = [...steps].map(([kind, times]) => `${times} × ${kind}`).join(', ')
  console.log(`${count} histories from seed ${seed}: ebs equals the model after each of ${told}`)
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await college.close()
}
