/** Names the user's own columns that go with the data; nothing where there are none. */
export function OwnColumns({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p>
      {names.length === 1 ? 'This column of your own goes' : 'These columns of your own go'} with
      it: {names.join(', ')}.
    </p>
  )
}
