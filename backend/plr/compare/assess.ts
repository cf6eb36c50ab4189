import type { Attainment } from './attainment.ts'
import { digestOf } from './digest.ts'
import type { Comparison } from './comparison.ts'
import { insertion } from './difference.ts'
import type { Difference } from './difference.ts'
import type { Recognised, Subject } from './recognition.ts'
import { reviewReasons } from './review.ts'
import type { CompareRules } from './rules/rules.ts'
import type { Written } from './written.ts'

/** A comparison and, beside it, the columns that writing would set and whether a decision is needed. */
export interface Assessment extends Comparison {
  readonly set: Difference['set']
}

export interface AssessParts {
  readonly rules: CompareRules
  readonly differ: (written: Written, record: Attainment['values']) => Difference
}

/** Says what Update would do with one recognised learning event, and why a decision is needed. */
export function createAssess({ rules, differ }: AssessParts) {
  return (
    { facts, written }: Subject,
    { recognition, beside }: Recognised,
    linkedUln: boolean,
  ): Assessment => {
    const attainment = recognition.kind === 'none' ? null : recognition.attainment
    const difference = attainment && differ(written, attainment.values)
    const recognised = recognition.kind === 'record' ? attainment : null
    const held = recognised && heldOf(recognised)
    const likelySame = recognition.kind === 'likely' ? (attainment?.attainmentCode ?? null) : null
    const common = { held, likelySame, beside, unwritable: null }
    if (attainment && difference?.changes.length === 0) {
      const notes = [...written.notes, difference.note]
      return {
        ...common,
        status: 'Same',
        reason: sentence(notes),
        action: 'none',
        changes: [],
        values: attainment.values,
        set: {},
      }
    }
    const planned = recognised && difference ? difference : insertion(written)
    const reviews = [
      ...reviewReasons(facts, linkedUln, rules.junk),
      planned.lowerGrade &&
        `The grade ${planned.lowerGrade.to} is lower than ${planned.lowerGrade.from} in ebs`,
      recognition.kind === 'likely' && likelyReason(recognition.why, likelySame),
    ].filter((reason) => typeof reason === 'string')
    const plain = recognised ? 'Changed' : 'New'
    return {
      ...common,
      unwritable: written.unwritable,
      status: reviews.length > 0 ? 'Review' : plain,
      reason: sentence([...reviews, ...written.notes]),
      action: recognised ? 'update' : 'insert',
      changes: planned.changes,
      values: recognised ? { ...recognised.values, ...planned.set } : written.values,
      set: planned.set,
    }
  }
}

/** The digest is worked out when somebody asks for it: comparing alone does not need it. */
function heldOf({ attainmentCode, values }: Attainment): NonNullable<Comparison['held']> {
  return {
    attainmentCode,
    get digest() {
      return digestOf(values)
    },
  }
}

function likelyReason(why: 'keyed by hand' | 'another event', code: string | null): string {
  if (why === 'keyed by hand') return `Likely the same as attainment ${code ?? ''}, keyed by hand`
  return code === null
    ? 'Likely the same qualification as another row of this learner, from another source'
    : `Likely the same as attainment ${code}, which belongs to another row of this learner`
}

/** Reasons and notes as one text of sentences, null when there is nothing to say. */
export function sentence(parts: readonly (string | null)[]): string | null {
  const texts = parts.filter((part) => part !== null && part !== '')
  return texts.length === 0 ? null : texts.map((text) => `${text}.`).join(' ')
}
