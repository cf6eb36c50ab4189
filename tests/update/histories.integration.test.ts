import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { histories, historyCollege } from '../long/randomHistories.ts'

let college: Awaited<ReturnType<typeof historyCollege>>
beforeAll(async () => {
  college = await historyCollege()
}, 60_000)
afterAll(() => college.close())

it('after any history of downloads, hand edits, updates, crashes and undos ebs equals the model', async () => {
  let played = 0
  await fc.assert(
    fc.asyncProperty(histories(14), async (history) => {
      await college.play(history)
      played += 1
    }),
    { numRuns: 15, endOnFailure: true },
  )
  expect(played).toBe(15)
}, 300_000)
