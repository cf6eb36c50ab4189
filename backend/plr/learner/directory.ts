import type { LearnerField, SearchRequest } from '../../../contract/index.ts'
import type { FoundLearner, Learner, LearnerFinder, Visibility } from './learner.ts'

/** A learner of a search: their record, and what their download would find of it. */
export interface ListedRecord {
  readonly learner: Learner
  readonly found: FoundLearner
}

/** What a search comes to: learners of the page and how many there are in all, or why it cannot be asked. */
export type Searched =
  | {
      readonly kind: 'found'
      readonly learners: readonly ListedRecord[]
      readonly total: number
    }
  /** The condition is not one we can ask (unknown field, operator not of the field, bad value …): 400. */
  | { readonly kind: 'invalid'; readonly detail: string }
  /** The search was stopped after the time limit; `detail` names the slow condition: 503 `search-too-slow`. */
  | { readonly kind: 'too-slow'; readonly detail: string }

/** The learners of ebs: which fields they are searched by, and the search. */
export interface LearnerDirectory extends LearnerFinder {
  fields(): readonly LearnerField[]
  search(request: SearchRequest, visibility: Visibility, signal: AbortSignal): Promise<Searched>
}
