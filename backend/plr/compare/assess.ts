import type { Held } from '../rowkey/rowKey.ts'
import type { Attainment, AttainmentValues } from './attainment.ts'
import { digestOf } from './digest.ts'
import type { Comparison } from './comparison.ts'
import { insertion } from './difference.ts'
import type { Difference } from './difference.ts'
import type { Recognised } from './recognition.ts'
import { createReview } from './review.ts'
import type { CompareRules } from './rules/rules.ts'

/** A comparison and, beside it, the columns that writing would set and whether a decision is needed. */
export interface Assessment extends Comparison {
  readonly set: Difference['set']
}

/** Says what Update would do with one recognised learning event, and why a decision is needed. */
export function createAssess(rules: CompareRules) {
  const review = createReview(rules.junk)
  return (
    { subject: { facts, written }, recognition, difference, beside }: Recognised,
    linkedUln: boolean,
  ): Assessment => {
    const attainment = recognition.kind === 'none' ? null : recognition.attainment
    const recognised = recognition.kind === 'record' ? attainment : null
    const held = recognised && new HeldRecord(recognised)
    const likelySame = recognition.kind === 'likely' ? (attainment?.attainmentCode ?? null) : null
    if (attainment && difference?.changes.length === 0) {
      return {
        held,
        likelySame,
        beside,
        unwritable: null,
        status: 'Same',
        reason: sentence(written.notes, difference.note),
        action: 'none',
        changes: [],
        values: attainment.values,
        set: nothing,
      }
    }
    const planned = recognised && difference ? difference : insertion(written)
    const reviews = review(facts, linkedUln)
    if (planned.lowerGrade) {
      const { from, to } = planned.lowerGrade
      reviews.push(`The grade ${to} is lower than ${from} in ebs`)
    }
    if (recognition.kind === 'likely') reviews.push(likelyReason(recognition.why, likelySame))
    const plain = recognised ? 'Changed' : 'New'
    return {
      held,
      likelySame,
      beside,
      unwritable: written.unwritable,
      status: reviews.length > 0 ? 'Review' : plain,
      reason:
        reviews.length === 0 ? sentence(written.notes) : sentence([...reviews, ...written.notes]),
      action: recognised ? 'update' : 'insert',
      changes: planned.changes,
      values: recognised ? { ...recognised.values, ...planned.set } : planned.set,
      set: planned.set,
    }
  }
}

const nothing: AttainmentValues = {}

/** The digest is worked out when somebody asks for it: comparing alone does not need it. */
class HeldRecord implements Held {
  readonly attainmentCode: string
  readonly #values: AttainmentValues

  constructor({ attainmentCode, values }: Attainment) {
    this.attainmentCode = attainmentCode
    this.#values = values
  }

  get digest(): string {
    return digestOf(this.#values)
  }
}

function likelyReason(why: 'keyed by hand' | 'another event', code: string | null): string {
  if (why === 'keyed by hand') return `Likely the same as attainment ${code ?? ''}, keyed by hand`
  return code === null
    ? 'Likely the same qualification as another row of this learner, from another source'
    : `Likely the same as attainment ${code}, which belongs to another row of this learner`
}

/** Reasons and notes as one text of sentences, null when there is nothing to say. */
export function sentence(
  parts: readonly (string | null)[],
  last: string | null = null,
): string | null {
  if (parts.length === 0 && last === null) return null
  const texts = [...parts, last].filter((part) => part !== null && part !== '')
  return texts.length === 0 ? null : texts.map((text) => `${text}.`).join(' ')
}
