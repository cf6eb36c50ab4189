/** One call that reached the simulator. */
export interface CallRecord {
  readonly at: string
  readonly uln: string | null
  /** The `Username` of the request, which LRS writes into the learner's access audit. */
  readonly userName: string | null
  /** A ResponseCode, an ErrorCode, or what went wrong on the wire. */
  readonly outcome: string
  /** HTTP status; null when none was sent. */
  readonly status: number | null
  readonly ms: number
}

export interface CallCounts {
  readonly total: number
  readonly inFlight: number
  readonly mostInFlight: number
  /** TLS connections accepted since start. */
  readonly connections: number
  /** Calls that began within the last ten seconds, per second. */
  readonly perSecond: number
}

/** The log of calls; only the last ones are kept. */
export interface CallLog {
  /** Notes a call that begins; what it returns notes how it ended. */
  begin(): (end: Pick<CallRecord, 'uln' | 'userName' | 'outcome' | 'status'>) => void
  connected(): void
  calls(): readonly CallRecord[]
  counts(): CallCounts
}

const kept = 20_000

export function createCallLog(): CallLog {
  const records: CallRecord[] = []
  const recent: number[] = []
  let total = 0
  let inFlight = 0
  let mostInFlight = 0
  let connections = 0

  const forgetOld = () => {
    while ((recent[0] ?? Infinity) < Date.now() - 10_000) recent.shift()
  }

  return {
    begin() {
      const startedAt = Date.now()
      total += 1
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      recent.push(startedAt)
      forgetOld()
      return (end) => {
        inFlight -= 1
        records.push({
          at: new Date(startedAt).toISOString(),
          ...end,
          ms: Date.now() - startedAt,
        })
        if (records.length > kept) records.splice(0, kept / 2)
      }
    },
    connected() {
      connections += 1
    },
    calls: () => [...records],
    counts() {
      forgetOld()
      return { total, inFlight, mostInFlight, connections, perSecond: recent.length / 10 }
    },
  }
}
