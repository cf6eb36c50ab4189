/** How many learners or rows a request takes once a stream was held back by something between. */
export const smallPiece = 20

/** Cuts a list into pieces of at most `size`, in order. */
export function pieces<T>(list: readonly T[], size: number): T[][] {
  const all: T[][] = []
  for (let at = 0; at < list.length; at += size) all.push(list.slice(at, at + size))
  return all
}
