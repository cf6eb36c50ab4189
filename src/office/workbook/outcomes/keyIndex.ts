/** Where each row key stands, as last read. A key stands twice when the user copied its row. */
export type KeyIndex = ReadonlyMap<string, readonly number[]>

/** An index, and how many rows the grid had then: with other rows there may be other copies. */
export interface ReadIndex {
  readonly keys: KeyIndex
  readonly rows: number
}

/** Builds the index from keys in the order of the rows; rows without a key are left out. */
export function indexKeys(keys: readonly (string | null)[]): KeyIndex {
  const index = new Map<string, number[]>()
  keys.forEach((key, position) => {
    if (key === null) return
    const positions = index.get(key)
    if (positions) positions.push(position)
    else index.set(key, [position])
  })
  return index
}

/** Which key should stand at which position, for these keys. */
export function expectedKeys(index: KeyIndex, keys: Iterable<string>): ReadonlyMap<number, string> {
  const expected = new Map<number, string>()
  for (const key of keys) for (const at of index.get(key) ?? []) expected.set(at, key)
  return expected
}

/** What one row said at the moment of writing. */
export interface LoadedRow {
  readonly position: number
  readonly rowKey: string
  readonly status: string
  readonly reason: string
}

/** Rows that stood where another was expected, with what they said, by their own key. */
export function repairsOf(
  expected: ReadonlyMap<number, string>,
  found: readonly LoadedRow[],
): readonly (readonly [string, { readonly status: string; readonly reason: string | null }])[] {
  return found
    .filter(({ position, rowKey }) => (expected.get(position) ?? rowKey) !== rowKey)
    .map(({ rowKey, status, reason }) => [
      rowKey,
      { status, reason: reason === '' ? null : reason },
    ])
}
