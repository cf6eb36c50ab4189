import type { Case } from './case.ts'
import type { Comparison } from './comparison.ts'
import { insertion } from './difference.ts'
import { createReview } from './review.ts'
import type { CompareRules } from './rules/rules.ts'

/** Says what Update would do with one recognised learning event, and why a decision is needed. */
export function createAssess(rules: CompareRules) {
  const review = createReview(rules.junk)
  return (one: Case, linkedUln: boolean): Comparison => {
    const { facts, recognition, difference, beside } = one
    const record = recognition.kind === 'none' ? null : recognition.record
    const held = recognition.kind === 'record' ? record : null
    const likelySame = recognition.kind === 'likely' ? (record?.attainmentCode ?? null) : null
    if (difference?.changes.length === 0) {
      return {
        status: 'Same',
        reason: sentence(difference.notes),
        action: 'none',
        changes: difference.changes,
        set: difference.set,
        held,
        likelySame,
        beside,
        unwritable: null,
      }
    }
    const planned = held && difference ? difference : insertion(one.written)
    const reasons = review(facts, linkedUln)
    if (planned.lowerGrade) {
      const { from, to } = planned.lowerGrade
      reasons.push(`The grade ${to} is lower than ${from} in ebs`)
    }
    if (recognition.kind === 'likely') reasons.push(likelyReason(recognition.why, likelySame))
    const plain = held ? 'Changed' : 'New'
    return {
      status: reasons.length > 0 ? 'Review' : plain,
      reason: sentence(reasons.length > 0 ? [...reasons, ...planned.notes] : planned.notes),
      action: held ? 'update' : 'insert',
      changes: planned.changes,
      set: planned.set,
      held,
      likelySame,
      beside,
      unwritable: one.written.unwritable,
    }
  }
}

function likelyReason(why: 'keyed by hand' | 'another event', code: string | null): string {
  if (why === 'keyed by hand') return `Likely the same as attainment ${code ?? ''}, keyed by hand`
  return code === null
    ? 'Likely the same qualification as another row of this learner, from another source'
    : `Likely the same as attainment ${code}, which belongs to another row of this learner`
}

/** Reasons and notes as one text of sentences, null when there is nothing to say. */
export function sentence(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.map((part) => `${part}.`).join(' ')
}
