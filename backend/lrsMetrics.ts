import { Counter, Gauge, Histogram } from 'prom-client'
import type { Registry } from 'prom-client'
import type { CallSeen } from './lrs/options.ts'
import type { LrsLink } from './lrs/lrs.ts'

/** Counts LRS calls; hand `onCall` to the client. */
export function countLrsCalls(registry: Registry): (call: CallSeen) => void {
  const calls = new Counter({
    name: 'plr_lrs_calls_total',
    help: 'Calls to LRS by what came of them',
    labelNames: ['result'] as const,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'plr_lrs_call_seconds',
    help: 'Time of one call to LRS',
    buckets: [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers: [registry],
  })
  return ({ result, ms }) => {
    calls.inc({ result })
    seconds.observe(ms / 1000)
  }
}

/** Shows how the LRS client stands: calls in flight, its limit, and days to the certificate's end. */
export function showLrs(registry: Registry, lrs: LrsLink): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value())
      },
    })
  gauge('plr_lrs_in_flight', 'Calls to LRS under way', () => lrs.status().inFlight)
  gauge('plr_lrs_waiting', 'Calls to LRS waiting for their turn', () => lrs.status().waiting)
  gauge('plr_lrs_allowed', 'Calls to LRS that may be in flight now', () => lrs.status().allowed)
  gauge('plr_lrs_breaker_open', '1 while the breaker is open', () =>
    lrs.status().breaker === 'open' ? 1 : 0,
  )
  gauge('plr_lrs_certificate_days', 'Days until the LRS certificate expires', () => {
    const state = lrs.certificate()
    return state.kind === 'unreadable' ? Number.NaN : state.daysLeft
  })
}
