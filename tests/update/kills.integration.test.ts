import { expect, it } from '@jest/globals'
import { killUpdates } from '../long/killedUpdates.ts'

it('killed at ten random moments loses and duplicates nothing', async () => {
  const wrong: string[] = []
  let rounds = 0
  for await (const killed of killUpdates(10)) {
    rounds += 1
    wrong.push(...killed.wrong)
  }
  expect(wrong).toEqual([])
  expect(rounds).toBe(10)
}, 300_000)
