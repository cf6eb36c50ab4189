import type { Desk } from '../desk.ts'

/** Asks before signing out breaks off what runs: whether the person signs out. */
export async function mayLeave({ work, questions }: Pick<Desk, 'work' | 'questions'>) {
  const running = work.running.get()
  if (running === null) return true
  const { label, stoppable } = running
  const answer = await questions.ask<'leave' | 'stay'>((tell) => ({
    kind: 'sign-out',
    label,
    stops: stoppable,
    answer: tell,
  }))
  return answer === 'leave'
}
