import type { UpdateRequest } from '../../../contract/index.ts'
import { lnkCodes } from '../codes/lnk.ts'
import { problemOf } from '../learner/eligibility.ts'
import type { EligibilityRules } from '../learner/eligibility.ts'
import type { FoundLearner, LearnerFinder } from '../learner/learner.ts'
import type { Person } from '../learner/person.ts'
import type { RowKeys } from '../rowkey/rowKey.ts'
import { openRows, settle } from './openRows.ts'
import type { OpenRow, Settled } from './openRows.ts'

/** The rows of one learner whom the person may update. */
export interface ScreenedLearner {
  readonly personCode: string
  readonly found: Extract<FoundLearner, { kind: 'learner' }>
  readonly asked: readonly OpenRow[]
}

export interface Screened {
  /** In the order of their person codes, as they are locked. */
  readonly learners: readonly ScreenedLearner[]
  readonly settled: readonly Settled[]
}

export interface ScreenParts {
  readonly rowKeys: Pick<RowKeys, 'open'>
  readonly learners: LearnerFinder
  readonly eligibility: EligibilityRules
  readonly now: () => Date
}

const otherUln =
  'The learner’s ULN in ebs is not the one that LRS was asked for. Download the learner again.'

/** Before anything is judged: opens the keys, and checks each learner again as ebs has them now. */
export async function screen(
  { rowKeys, learners, eligibility, now }: ScreenParts,
  request: UpdateRequest,
  person: Person,
): Promise<Screened> {
  const { open, settled } = await openRows(request, rowKeys, now())
  const ofPerson = new Map<string, OpenRow[]>()
  for (const row of open) {
    const rows = ofPerson.get(row.content.personCode)
    if (rows) rows.push(row)
    else ofPerson.set(row.content.personCode, [row])
  }
  const codes = [...ofPerson.keys()].sort((one, other) => Number(one) - Number(other))
  const found = codes.length === 0 ? new Map() : await learners.find(codes, person.visibility)

  const fit: ScreenedLearner[] = []
  const unfit: Settled[] = []
  for (const personCode of codes) {
    const rows = ofPerson.get(personCode) ?? []
    const learner: FoundLearner = found.get(personCode) ?? { kind: 'unknown', personCode }
    const problem = whoProblem(learner, eligibility)
    if (problem !== null || learner.kind !== 'learner') {
      unfit.push(...rows.map((row) => settle(row, 'failed', problem ?? '')))
      continue
    }
    const { uln } = learner.learner
    const asked = rows.filter((row) => row.content.askedUln === uln)
    const stale = rows.filter((row) => row.content.askedUln !== uln)
    unfit.push(...stale.map((row) => settle(row, 'failed', otherUln)))
    if (asked.length > 0) fit.push({ personCode, found: learner, asked })
  }
  return { learners: fit, settled: [...settled, ...unfit] }
}

/** Whose record this is; what is only needed to ask LRS stands in nobody's way here. */
function whoProblem(found: FoundLearner, eligibility: EligibilityRules): string | null {
  if (found.kind !== 'learner') return problemOf(found, eligibility)?.description ?? null
  return found.learner.sharesUlnWith === null ? null : lnkCodes.LNK0009
}
