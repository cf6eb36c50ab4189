import type { SpecialName } from '../specials.ts'
import type { Case } from './change.ts'
import { holdingsCases } from './holdings.ts'
import { identityCases } from './identity.ts'
import { lrsCases } from './lrs.ts'
import { resultCases } from './results.ts'
import { textCases } from './text.ts'

/** Every odd case there is, by the name of the learner who is it. */
export const cases: Readonly<Record<SpecialName, Case>> = {
  ...identityCases,
  ...lrsCases,
  ...textCases,
  ...holdingsCases,
  ...resultCases,
}

/** Odd cases that also turn up among ordinary learners, with their share. */
export const everydayCases: readonly (readonly [share: number, name: SpecialName])[] = [
  [0.01, 'noUln'],
  [0.002, 'temporaryUln'],
  [0.002, 'badCheckDigit'],
  [0.01, 'notVerified'],
  [0.004, 'notShared'],
  [0.015, 'noticeNotSeen'],
  [0.02, 'noEvents'],
  [0.015, 'participationOnly'],
]
