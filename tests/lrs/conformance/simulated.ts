import type { Exchange } from '../../../backend/lrs/options.ts'
import { startPair } from '../pair.ts'
import { people } from './cases.ts'
import type { WatchedClient } from './run.ts'

export interface SimulatedClient extends WatchedClient {
  readonly url: string
  close(): Promise<void>
}

/** The simulator with made-up learners, and a client of it over real mutual TLS. */
export async function startSimulated(): Promise<SimulatedClient> {
  const exchanges: Exchange[] = []
  const { simulator, lrs, close } = await startPair(
    { people },
    { onExchange: (exchange) => void exchanges.push(exchange) },
  )
  return {
    url: simulator.url,
    lrs,
    setSwitches: (list) => simulator.setFaults(list),
    takeExchanges: () => exchanges.splice(0),
    close,
  }
}
