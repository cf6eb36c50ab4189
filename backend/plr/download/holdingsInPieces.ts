import type { Holdings, HoldingsReader } from '../compare/attainment.ts'

/** Learners a query: few round trips, and the first rows do not wait for the last learners' records. */
const piece = 50

/**
 * Reads holdings a piece at a time, each when the first of its learners is wanted and held only as
 * long as some of them are still to come.
 */
export function holdingsInPieces(
  reader: HoldingsReader,
  personCodes: readonly string[],
): (personCode: string) => Promise<Holdings> {
  const pieceOf = new Map(personCodes.map((code, index) => [code, Math.floor(index / piece)]))
  const reads = new Map<number, { read: Promise<ReadonlyMap<string, Holdings>>; left: number }>()
  return async (personCode) => {
    const index = pieceOf.get(personCode) ?? 0
    const codes = personCodes.slice(index * piece, (index + 1) * piece)
    const entry = reads.get(index) ?? { read: reader.holdings(codes), left: codes.length }
    reads.set(index, entry)
    entry.left -= 1
    if (entry.left === 0) reads.delete(index)
    return (await entry.read).get(personCode) ?? { attainments: [], links: new Map() }
  }
}
