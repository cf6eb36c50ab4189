import { startLrs } from '../../sandbox/lrs/lrs.ts'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { anEvent, aPerson, someUlns } from '../../tests/lrs/people.ts'
import { mostLearners, password, ukprn } from './organisation.ts'

/**
 * The simulator in a process of its own, so that the benchmarks measure the client alone. Tells its
 * parent what a client needs, sets the delay on `{delayMs}`, and ends with its parent.
 */
const authority = makeAuthority('Bench authority')
const events = Array.from({ length: 15 }, (_, index) =>
  anEvent(index + 1, {
    Subject: `GCSE (9-1) in Example Subject ${index + 1}`,
    SubjectCode: `601/46${String(index).padStart(2, '0')}/4`,
  }),
)
const simulator = await startLrs({
  people: someUlns(mostLearners).map((uln) => aPerson(uln, { events })),
  tls: authority.server(['localhost', '127.0.0.1']),
  clientAuthority: authority.certificate,
  organisation: { ukprn, password },
})

process.on('message', (message: { delayMs: number }) => {
  simulator.setDelay(message.delayMs)
  process.send?.({ delayMs: message.delayMs })
})
process.on('disconnect', () => {
  process.exit()
})
process.send?.({
  url: simulator.url,
  ca: authority.certificate,
  client: authority.client('bench').pkcs12('bench').toString('base64'),
})
