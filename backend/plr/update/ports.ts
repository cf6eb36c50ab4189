import type { Outcome, OutcomeCounts, UpdateList } from '../../../contract/index.ts'
import type { Person } from '../learner/person.ts'
import type { Asked } from './judge.ts'
import type { Undone } from './updates.ts'

/** One run of an Update, and which holder of its lease this is: an older holder can write nothing. */
export interface Run {
  readonly id: string
  readonly epoch: number
}

/** What became of a row, as it is recorded: for good, once a run and row. */
export interface RowResult {
  /** `0` where the row key names nobody. */
  readonly personCode: string
  readonly rowDigest: string
  readonly outcome: Outcome
  readonly reason: string | null
}

export type Recorded = ReadonlyMap<string, Pick<RowResult, 'outcome' | 'reason'>>

/** What an Idempotency-Key is compared by, and whose it is. */
export interface ClaimRequest {
  readonly person: Pick<Person, 'subject' | 'name'>
  readonly idempotencyKey: string
  readonly requestDigest: string
  readonly batch: string | null
}

export type Claim =
  | { readonly kind: 'ours'; readonly run: Run; readonly recorded: Recorded }
  | { readonly kind: 'finished'; readonly id: string; readonly recorded: Recorded }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  | { readonly kind: 'different' }
  | { readonly kind: 'gone' }

/** The runs of all backends, kept in the link's own tables; leases by the clock of the database. */
export interface Runs {
  claim(request: ClaimRequest): Promise<Claim>
  /** Holds the lease for longer; false when somebody else has taken it over. */
  renew(run: Run): Promise<boolean>
  /** Frees the lease at once, so that the same key may resume; this holder can write nothing more. */
  release(run: Run): Promise<void>
  /** Records rows that nothing is written for; false when the lease is lost. */
  record(run: Run, rows: readonly RowResult[]): Promise<boolean>
  /** Ends the run; null when the lease is lost. */
  finish(run: Run): Promise<OutcomeCounts | null>
  list(offset: number, limit: number): Promise<UpdateList>
}

/** The rows of one learner that are to be judged and written. */
export interface LearnerWork {
  readonly personCode: string
  readonly asked: readonly (Asked & { readonly rowDigest: string })[]
}

/** On whose behalf ebs is written. */
export interface WritingFor {
  readonly person: Pick<Person, 'subject' | 'name'>
  /** What the audit columns of ebs get. */
  readonly ebsUser: string
}

export type WriteResult =
  | { readonly kind: 'written'; readonly rows: readonly RowResult[] }
  /** Nothing of it stands, and why. */
  | { readonly kind: 'undone'; readonly fault: WriteFault }

/**
 * - `lost`: the run's lease is another's · `busy`: somebody holds a record for longer than 2 s
 * - `again`: somebody was faster; to be judged again · `refused`: ebs does not take a record
 * - `unavailable`: the database does not do its work · `ended`: the run ended early meanwhile
 */
export type WriteFault = 'lost' | 'busy' | 'again' | 'refused' | 'unavailable' | 'ended'

/** Judges and writes learners in one transaction, each wholly or not at all. */
export interface LearnerWriter {
  /** Outside of any transaction, once a run, before its learners are written. */
  prepare(personCodes: readonly string[]): Promise<void>
  write(
    run: Run,
    learners: readonly LearnerWork[],
    writingFor: WritingFor,
    /** Apart: each record by itself, so that one that ebs refuses fails its own row and no other. */
    records: 'together' | 'apart',
    /** Nothing is committed once it is aborted. */
    ending: AbortSignal,
  ): Promise<WriteResult>
}

/** Puts back what runs wrote. */
export interface Undo {
  undo(id: string, writingFor: WritingFor): Promise<Undone>
}
