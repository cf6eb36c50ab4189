import type { Random } from './random.ts'

const legacy = ['A*', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'U'] as const

/** How able an invented learner is: 0 to 8, the middle most often; grades hang together by it. */
export function makeAbility(random: Random): number {
  return random.whole(0, 4) + random.whole(0, 4)
}

function near(random: Random, ability: number): number {
  return Math.min(9, Math.max(1, ability + random.whole(0, 2)))
}

/** A GCSE grade in the scale of its year: A* to G until 2016, then 9 to 1. */
export function gcseGrade(random: Random, ability: number, year: number): string {
  const grade = near(random, ability)
  if (year >= 2017) return String(grade)
  return legacy[9 - grade] ?? 'U'
}

/** The two adjacent grades of Combined Science, the higher first. */
export function doubleGrade(random: Random, ability: number): string {
  const upper = near(random, ability)
  const lower = random.chance(0.5) ? upper : Math.max(1, upper - 1)
  return `${upper}-${lower}`
}

/** An A level grade, A* to E or U. */
export function aLevelGrade(random: Random, ability: number): string {
  return ['A*', 'A', 'B', 'C', 'D', 'E', 'U'][Math.min(6, 9 - near(random, ability))] ?? 'E'
}

/** The grade of a vocational award: Pass, Merit, Distinction, or the letters awarding bodies send. */
export function vocationalGrade(random: Random): string {
  return random.pick(['Pass', 'Pass', 'Merit', 'Distinction', 'P', 'MP', 'DM'])
}
