import { randomBytes } from 'node:crypto'

/**
 * Random bytes of this length, no byte handed out twice. Drawn from the system in pieces: one draw costs
 * as much as sealing a key.
 */
export function createNonces(length: number, drawn = 512): () => Buffer {
  let pool = Buffer.alloc(0)
  let place = 0
  return () => {
    if (place + length > pool.length) {
      pool = randomBytes(length * drawn)
      place = 0
    }
    place += length
    return pool.subarray(place - length, place)
  }
}
