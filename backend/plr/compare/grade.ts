import { remembered } from './remembered.ts'
import type { GradeScales } from './rules/rules.ts'

/** LRS's way of saying that there is no grade (lrs-contract.md B2). */
const noGrade = '9999999999'

/** The grade as it is written to ebs: LRS's own text, or null where LRS holds none. */
export function storedGrade(grade: string | null): string | null {
  const bare = grade === null ? '' : grade.trim()
  return bare === '' || bare === noGrade ? null : grade
}

/** For comparing only: `A* A*` is `A*A*`, `6-5`, `6/5` and `6 5` are `65`; case does not count. */
export function normaliseGrade(grade: string | null): string | null {
  return grade === null ? null : plain(grade)
}

const plain = remembered((grade) => grade.toUpperCase().replace(/[\s/\-–]+/g, '') || null)

export type GradeOrder = 'better' | 'equal' | 'lower' | 'unknown'

/** Tells how a grade stands to another: better or lower only where both are in one scale. */
export function createGradeOrder({
  scales,
}: GradeScales): (grade: string | null, than: string | null) => GradeOrder {
  const ranks = scales.map(
    (scale) => new Map(scale.grades.map((grade, rank) => [normaliseGrade(grade), rank])),
  )
  return (grade, than) => {
    const [one, other] = [normaliseGrade(grade), normaliseGrade(than)]
    if (one === other) return 'equal'
    if (one === null || other === null) return 'unknown'
    for (const rank of ranks) {
      const [a, b] = [rank.get(one), rank.get(other)]
      if (a !== undefined && b !== undefined) return a < b ? 'better' : 'lower'
    }
    return 'unknown'
  }
}
