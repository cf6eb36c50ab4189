import { problem } from '../../contract/index.ts'

/** Why a call to the backend gave no answer that can be used. */
export type ApiFailure =
  /** The backend said so itself, in a problem document. */
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly code: string
      readonly detail: string
      readonly reference: string | null
    }
  /** Nothing answered: the network, a proxy, or the backend is down. */
  | { readonly kind: 'unreachable' }
  /** Something answered, but not in the words of the contract: a proxy, or another version. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** The sign-in has ended and could not be renewed without asking. */
  | { readonly kind: 'signed-out' }

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly failure: ApiFailure

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    super(failure.kind === 'problem' ? failure.detail : failure.kind, options)
    this.failure = failure
  }
}

/** The failure that an answer with an error status means, from its body. */
export function failureFrom(status: number, body: unknown): ApiFailure {
  const parsed = problem.safeParse(body)
  if (!parsed.success) return { kind: 'unreadable', status }
  const { code, detail, instance } = parsed.data
  return { kind: 'problem', status, code, detail, reference: instance ?? null }
}

/** Failures that go by themselves: the same call may be made again after a moment. */
export function isPassing(failure: ApiFailure): boolean {
  if (failure.kind === 'unreachable') return true
  if (failure.kind === 'signed-out') return false
  return failure.status === 502 || failure.status === 503 || failure.status === 504
}

/** Whether the backend refused with this stable `code`. */
export function isProblem(error: unknown, status: number): boolean {
  return (
    error instanceof ApiError &&
    error.failure.kind !== 'unreachable' &&
    error.failure.kind !== 'signed-out' &&
    error.failure.status === status
  )
}
