import type { Decision, FieldChange } from '../../../contract/index.ts'
import { sentence } from '../compare/assess.ts'
import type { AttainmentValues, Holdings } from '../compare/attainment.ts'
import type { Case } from '../compare/case.ts'
import { createCompareSteps } from '../compare/comparer.ts'
import type { ComparerParts } from '../compare/comparer.ts'
import type { Comparison } from '../compare/comparison.ts'
import { digestOf } from '../compare/digest.ts'
import { inSourceOrder } from '../compare/recognition.ts'
import { eventKey } from '../event/learningEvent.ts'
import type { RowKeyContent } from '../rowkey/rowKey.ts'

/** A row that somebody asks to update: its key, what the key carries, what was decided of it. */
export interface Asked {
  readonly rowKey: string
  readonly content: RowKeyContent
  readonly decision: Decision | null
}

/** What is to be done with a row now, against ebs as it stands. */
export type Act =
  | { readonly kind: 'insert'; readonly set: AttainmentValues }
  | {
      readonly kind: 'update'
      readonly attainmentCode: string
      readonly before: AttainmentValues
      readonly set: AttainmentValues
    }
  | { readonly kind: 'unchanged' | 'skipped' | 'failed' }

export interface Verdict {
  readonly act: Act
  /** Why, and every note; a skipped or failed row always has one. */
  readonly reason: string | null
  /** What writing changes, or would change if a skipped row were written. */
  readonly changes: readonly FieldChange[]
  readonly likelySame: string | null
  /** The record that the event is linked to from now on; null for none or for one not made yet. */
  readonly link: string | null
}

export type JudgeLearner = (asked: readonly Asked[], holdings: Holdings) => readonly Verdict[]

const changedSince = 'Changed in ebs since the download. Refresh, then look at it again.'

/**
 * Judges the rows of one learner, in the order of surface.md (Row key): what ebs equals already is
 * unchanged, what stands as it did at the download is written, all else failed. Results in the order
 * of `asked`; no record is written by two rows.
 */
export function createJudge(parts: ComparerParts): JudgeLearner {
  const { open, recognise, assess, differ } = createCompareSteps(parts)

  return (asked, holdings) => {
    const cases = asked.map(({ content: { facts, held, beside } }) => open(facts, { held, beside }))
    recognise(cases, holdings)
    const rowOf = new Map<Case, number>(cases.map((one, index) => [one, index]))
    const verdicts: Verdict[] = []
    const targets = new Set<string>()
    for (const one of inSourceOrder(cases)) {
      const index = rowOf.get(one) ?? -1
      const row = asked[index]
      if (!row) continue
      const verdict =
        row.decision?.take === 'same-as'
          ? judgeSameAs(one, row.decision.attainmentCode, holdings)
          : judgeAssessed(row, assess(one, isLinked(row.content)), holdings)
      verdicts[index] = onlyWriter(verdict, targets)
    }
    return verdicts
  }

  function judgeSameAs(
    { written }: Case,
    code: string | undefined,
    { attainments }: Holdings,
  ): Verdict {
    const named = attainments.find(({ attainmentCode }) => attainmentCode === code)
    if (!named) return failed(`Attainment ${code ?? ''} is no record of this learner in ebs.`)
    const { changes, set, notes } = differ(written, named.values)
    const common = { changes, likelySame: null, link: named.attainmentCode }
    if (changes.length === 0) {
      return { ...common, act: { kind: 'unchanged' }, reason: sentence(notes) }
    }
    if (written.unwritable !== null) return failed(`${written.unwritable}.`)
    const act = {
      kind: 'update',
      attainmentCode: named.attainmentCode,
      before: named.values,
      set,
    } as const
    return { ...common, act, reason: sentence(notes) }
  }
}

function judgeAssessed(
  { content, decision }: Asked,
  comparison: Comparison,
  holdings: Holdings,
): Verdict {
  const { status, reason, changes, likelySame, held, unwritable, set } = comparison
  if (status === 'Same') {
    const isNew = held !== null && !holdings.links.has(eventKey(content.facts))
    const link = isNew ? held.attainmentCode : null
    return { act: { kind: 'unchanged' }, reason, changes: [], likelySame, link }
  }
  const skipped = { act: { kind: 'skipped' }, changes, likelySame, link: null } as const
  if (decision?.take === 'skip') return { ...skipped, reason: 'Left out, as decided.' }
  if (status === 'Review' && decision?.take !== 'write') {
    return { ...skipped, reason: `Needs a decision: ${reason ?? ''}` }
  }
  const before = holdings.attainments.find((one) => one.attainmentCode === held?.attainmentCode)
  if (held?.attainmentCode !== content.held?.attainmentCode) return failed(changedSince)
  if (before && digestOf(before.values) !== content.held?.digest) return failed(changedSince)
  if (unwritable !== null) return failed(`${unwritable}.`)
  const act: Act = before
    ? { kind: 'update', attainmentCode: before.attainmentCode, before: before.values, set }
    : { kind: 'insert', set }
  return { act, reason, changes, likelySame, link: before?.attainmentCode ?? null }
}

/** LRS answered with the record of another ULN (lrs-contract.md C1, WSRC0022). */
function isLinked({ askedUln, foundUln }: RowKeyContent): boolean {
  return foundUln !== null && foundUln !== askedUln
}

function onlyWriter(verdict: Verdict, targets: Set<string>): Verdict {
  if (verdict.act.kind !== 'update') return verdict
  const { attainmentCode } = verdict.act
  if (targets.has(attainmentCode)) {
    return failed(`Another row of this update writes attainment ${attainmentCode}.`)
  }
  targets.add(attainmentCode)
  return verdict
}

function failed(reason: string): Verdict {
  return { act: { kind: 'failed' }, reason, changes: [], likelySame: null, link: null }
}
