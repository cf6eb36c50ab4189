import type {
  PreviewFrame,
  UndoResult,
  UpdateFrame,
  UpdateList,
  UpdateRequest,
} from '../../../contract/index.ts'
import type { Person } from '../learner/person.ts'

/** How an Update begins (surface.md, Idempotency-Key). */
export type Begun =
  | { readonly kind: 'running'; readonly frames: AsyncGenerator<UpdateFrame> }
  /** Another backend holds the run's lease: 409 with Retry-After. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The key was used with other row keys or decisions: 422. */
  | { readonly kind: 'different' }
  /** The key's answer is no longer kept: 410. */
  | { readonly kind: 'gone' }
  /** The college demands an enabled user of ebs and finds none for this person: 403. */
  | { readonly kind: 'not-allowed'; readonly detail: string }

export type Undone =
  | { readonly kind: 'undone'; readonly result: UndoResult }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already'; readonly who: string; readonly at: string }
  | { readonly kind: 'too-old' }
  | { readonly kind: 'not-allowed'; readonly detail: string }

/** Everything the routes ask of Update. The request has been checked against the contract before. */
export interface Updates {
  preview(request: UpdateRequest, person: Person, signal: AbortSignal): AsyncGenerator<PreviewFrame>
  begin(
    request: UpdateRequest,
    idempotencyKey: string,
    person: Person,
    signal: AbortSignal,
  ): Promise<Begun>
  undo(id: string, person: Person): Promise<Undone>
  list(offset: number, limit: number): Promise<UpdateList>
}
