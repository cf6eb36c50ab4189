/**
 * A replica that takes places for one person and keeps them until it is killed; says `taken` each time.
 * Arguments: the address of Redis, the name of the places, how many there are, the lease in ms, how many
 * to take.
 */
import { openRedis } from '../../backend/redis/openRedis.ts'
import { createSlots } from '../../backend/redis/slots.ts'
import { createSlotsWire } from '../../backend/redis/slotsWire.ts'

const [url = '', name = '', places, lease, wanted] = process.argv.slice(2)
const leaseMs = Number(lease)
const quiet = { info: () => undefined, warn: () => undefined }
const wire = createSlotsWire({
  redis: openRedis(url, quiet),
  name,
  places: Number(places),
  leaseMs,
})
const slots = createSlots({ wire, places: Number(places), leaseMs })
for (let count = 0; count < Number(wanted); count += 1) {
  void slots.take('somebody', new AbortController().signal).then(() => process.send?.('taken'))
}
