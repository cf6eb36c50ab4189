import type { Environment } from './config/schema.ts'
import { createAttainmentReader, createAttainmentWriter } from './ebs/attainments/index.ts'
import type { Mapping } from './ebs/mapping/index.ts'
import { findEbsUser } from './ebs/users/index.ts'
import type { Link } from './link/openLink.ts'
import { createRuns } from './link/runs/createRuns.ts'
import { createTrail } from './link/trail/trail.ts'
import { createUndo } from './link/undo/createUndo.ts'
import { createLearnerWriter } from './link/write/createLearnerWriter.ts'
import type { HoldingsReader } from './plr/compare/attainment.ts'
import type { CompareRules } from './plr/compare/rules/rules.ts'
import type { Lrs } from './plr/event/answer.ts'
import type { EligibilityRules } from './plr/learner/eligibility.ts'
import type { LearnerFinder } from './plr/learner/learner.ts'
import type { Person } from './plr/learner/person.ts'
import type { RowKeys } from './plr/rowkey/rowKey.ts'
import { createUpdates } from './plr/update/createUpdates.ts'
import type { EbsUser } from './plr/update/createUpdates.ts'
import { createJudge } from './plr/update/judge.ts'
import type { Updates } from './plr/update/updates.ts'

export interface UpdateParts {
  readonly environment: Pick<Environment, 'RECHECK_AFTER_MINUTES' | 'UNDO_DAYS' | 'TRAIL_KEY'>
  readonly link: Link
  readonly mapping: Mapping
  readonly rules: CompareRules
  readonly eligibility: EligibilityRules
  readonly learners: LearnerFinder
  readonly holdings: HoldingsReader
  readonly lrs: Lrs
  readonly rowKeys: Pick<RowKeys, 'open'>
  readonly lrsUserName: (person: Person) => Promise<string>
  /** Learners a transaction and transactions at once; 20 and 6 were measured to be fastest. */
  readonly pace?: { readonly learnersAtOnce: number; readonly transactionsAtOnce: number }
}

const usualPace = { learnersAtOnce: 20, transactionsAtOnce: 6 }

/** Update, its preview and its undo, put together on the database. */
export function wireUpdates(parts: UpdateParts): Updates {
  const { environment, link, mapping, rules } = parts
  const { database } = link
  const reader = createAttainmentReader(mapping, database.dialect)
  const writer = createAttainmentWriter(mapping, database.dialect)
  const trail = createTrail(link, environment.TRAIL_KEY)
  const judge = createJudge({ mapping: mapping.attainment, rules })
  const ebsUser = async ({ userName }: Person): Promise<EbsUser> => {
    const user = await findEbsUser(database, mapping, userName)
    return user.kind === 'user' ? user : { kind: 'nobody', detail: user.detail }
  }
  return createUpdates({
    rowKeys: parts.rowKeys,
    learners: parts.learners,
    eligibility: parts.eligibility,
    holdings: parts.holdings,
    lrs: parts.lrs,
    lrsUserName: parts.lrsUserName,
    judge,
    ebsUser,
    now: () => new Date(),
    recheckAfterMinutes: environment.RECHECK_AFTER_MINUTES,
    runs: createRuns(link),
    writer: createLearnerWriter({ link, reader, writer, judge, trail }),
    undo: createUndo({ link, reader, writer, trail, undoDays: environment.UNDO_DAYS }),
    ...(parts.pace ?? usualPace),
  })
}
