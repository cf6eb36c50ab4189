/** A signal that is aborted with `outer`, or after `ms`; `end` lets go of both. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Whether it was the time that ran out. */
  passed(): boolean
  end(): void
}

/**
 * By hand, because `AbortSignal.any` keeps hold of what it made for as long as `outer` lives, and a
 * download's signal lives for a thousand calls.
 */
export function deadline(outer: AbortSignal, ms: number): Deadline {
  const controller = new AbortController()
  let late = false
  const cancel = () => {
    controller.abort(outer.reason)
  }
  const timer = setTimeout(() => {
    late = true
    controller.abort()
  }, ms)
  if (outer.aborted) cancel()
  outer.addEventListener('abort', cancel, { once: true })
  return {
    signal: controller.signal,
    passed: () => late,
    end() {
      clearTimeout(timer)
      outer.removeEventListener('abort', cancel)
    },
  }
}
