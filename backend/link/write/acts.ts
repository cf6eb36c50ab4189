import { DatabaseError } from '../../database/index.ts'
import type { Transaction } from '../../database/index.ts'
import type { Outcome } from '../../../contract/index.ts'
import type {
  AttainmentWriter,
  ChangedAttainment,
  NewAttainment,
} from '../../ebs/attainments/index.ts'
import type { AttainmentValues } from '../../plr/compare/attainment.ts'
import type { Verdict } from '../../plr/update/judge.ts'
import type { LearnerWork } from '../../plr/update/ports.ts'
import type { Link } from '../openLink.ts'
import { ChangedMeanwhile, writeFaultOf } from './fault.ts'

/** A row with what is to be done with it. */
export interface Judged {
  readonly personCode: string
  readonly row: LearnerWork['asked'][number]
  readonly verdict: Verdict
}

/** A row with what was done with it. */
export interface Done extends Judged {
  readonly outcome: Outcome
  readonly reason: string | null
  /** The record that was written; null when none was. */
  readonly wrote: string | null
  readonly before: AttainmentValues | null
}

interface Parts {
  readonly link: Link
  readonly writer: AttainmentWriter
}

/**
 * Writes what was judged into ebs. Together, all stand or none; apart, a record that ebs refuses
 * fails its own row and the others stand.
 * @throws ChangedMeanwhile when somebody changed a record since it was read
 */
export async function writeActs(
  transaction: Transaction,
  parts: Parts,
  judged: readonly Judged[],
  ebsUser: string,
  records: 'together' | 'apart',
): Promise<readonly Done[]> {
  if (records === 'together') return writeTogether(transaction, parts, judged, ebsUser)
  const done: Done[] = []
  for (const one of judged) {
    try {
      done.push(
        ...(await transaction.savepoint((inner) => writeTogether(inner, parts, [one], ebsUser))),
      )
    } catch (error) {
      done.push(refused(one, error, parts.link))
    }
  }
  return done
}

async function writeTogether(
  transaction: Transaction,
  { writer }: Parts,
  judged: readonly Judged[],
  ebsUser: string,
): Promise<readonly Done[]> {
  const inserts: NewAttainment[] = []
  const updates: ChangedAttainment[] = []
  for (const { personCode, verdict } of judged) {
    const { act } = verdict
    if (act.kind === 'insert') inserts.push({ personCode, values: act.set })
    else if (act.kind === 'update') {
      const { attainmentCode, before } = act
      updates.push({ attainmentCode, personCode, before, after: { ...before, ...act.set } })
    }
  }
  const codes = (await writer.insert(transaction, inserts, ebsUser)).values()
  if (!(await writer.update(transaction, updates, ebsUser))) throw new ChangedMeanwhile()
  return judged.map(({ personCode, row, verdict }) => {
    const { act, reason } = verdict
    const done = { personCode, row, verdict, reason, wrote: null, before: null }
    switch (act.kind) {
      case 'insert':
        return { ...done, outcome: 'inserted', wrote: codes.next().value ?? null }
      case 'update': {
        const { attainmentCode, before } = act
        return { ...done, outcome: 'updated', wrote: attainmentCode, before }
      }
      default:
        return { ...done, outcome: act.kind }
    }
  })
}

function refused(one: Judged, error: unknown, { database }: Link): Done {
  const fault = writeFaultOf(error, database.dialect.client)
  const isOwn =
    fault === 'refused' || (error instanceof DatabaseError && error.fault === 'duplicate')
  if (!isOwn || !(error instanceof DatabaseError)) throw error
  const reason = `ebs refuses this record (database code ${error.code}). Ask your ebs support which rule of the attainments table it breaks.`
  return { ...one, outcome: 'failed', reason, wrote: null, before: null }
}
