/** `npm run kills`: 200 updates killed at random moments, or as many as the first argument says. */
import { killUpdates } from './killedUpdates.ts'

const count = Number(process.argv[2] ?? 200)
let [round, amid, wrong] = [0, 0, 0]
for await (const killed of killUpdates(count)) {
  round += 1
  if (killed.killedAfterLearners > 0 && killed.killedAfterLearners < 100) amid += 1
  if (killed.wrong.length > 0) {
    wrong += 1
    console.log(
      `${round}: killed after ${killed.killedAfterLearners} learners: ${killed.wrong.join('; ')}`,
    )
  }
}
console.log(
  `${round} updates killed, ${amid} of them between the first and the last learner; ${wrong} lost or duplicated something`,
)
process.exitCode = wrong === 0 ? 0 : 1
