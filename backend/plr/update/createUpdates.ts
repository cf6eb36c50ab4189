import type { Outcome, UpdateFrame, UpdateRequest } from '../../../contract/index.ts'
import type { Person } from '../learner/person.ts'
import { countOutcomes } from './counts.ts'
import type { ClaimRequest, Recorded, Undo } from './ports.ts'
import { preview } from './preview.ts'
import type { PreviewParts } from './preview.ts'
import { requestDigestOf, rowDigestOf } from './rowDigest.ts'
import { runUpdate } from './run.ts'
import type { RunParts } from './run.ts'
import type { Begun, Updates } from './updates.ts'

/** Which user of ebs a person is, for the audit columns. */
export type EbsUser =
  | { readonly kind: 'user'; readonly name: string }
  /** The college demands an enabled user of ebs, and there is none. */
  | { readonly kind: 'nobody'; readonly detail: string }

export interface UpdatesParts extends PreviewParts, RunParts {
  readonly undo: Undo
  readonly ebsUser: (person: Person) => Promise<EbsUser>
  /** The name LRS shall show in the learner's access audit for this person. */
  readonly lrsUserName: (person: Person) => Promise<string>
}

/** Everything the routes ask of Update; effects come in as ports. */
export function createUpdates(parts: UpdatesParts): Updates {
  return {
    preview: (request, person, signal) => preview(parts, request, person, signal),
    begin: (request, key, person, signal) => begin(parts, request, key, person, signal),
    async undo(id, person) {
      const user = await parts.ebsUser(person)
      if (user.kind === 'nobody') return { kind: 'not-allowed', detail: user.detail }
      return parts.undo.undo(id, { person, ebsUser: user.name })
    },
    list: (offset, limit) => parts.runs.list(offset, limit),
  }
}

async function begin(
  parts: UpdatesParts,
  request: UpdateRequest,
  idempotencyKey: string,
  person: Person,
  signal: AbortSignal,
): Promise<Begun> {
  const user = await parts.ebsUser(person)
  if (user.kind === 'nobody') return { kind: 'not-allowed', detail: user.detail }
  const wanted: ClaimRequest = {
    person,
    idempotencyKey,
    requestDigest: requestDigestOf(request),
    batch: request.batch ?? null,
  }
  const claim = await parts.runs.claim(wanted)
  switch (claim.kind) {
    case 'finished':
      return { kind: 'running', frames: replay(claim.id, claim.recorded, request) }
    case 'ours': {
      const userName = await parts.lrsUserName(person)
      const claimed = {
        ...claim,
        request,
        person,
        ebsUser: user.name,
        asker: { person: person.subject, userName },
      }
      return { kind: 'running', frames: runUpdate(parts, claimed, signal) }
    }
    default:
      return claim
  }
}

/** The answer of a finished run once more: every row with the outcome it had. */
async function* replay(
  id: string,
  recorded: Recorded,
  request: UpdateRequest,
): AsyncGenerator<UpdateFrame> {
  yield { type: 'started', id }
  const outcomes: Outcome[] = []
  for (const rowKey of new Set(request.rowKeys)) {
    const { outcome, reason } = recorded.get(rowDigestOf(rowKey)) ?? undone
    outcomes.push(outcome)
    yield { type: 'row', rowKey, outcome, reason }
  }
  yield { ...countOutcomes(outcomes), id }
}

/** An undo ends a run that was still at work: what it had not come to stays as it is. */
const undone = {
  outcome: 'skipped',
  reason: 'This update was undone before it came to this row.',
} as const
