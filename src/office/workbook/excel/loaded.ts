/** The items of a collection whose items were loaded. */
export function itemsOf<T>(collection: { readonly items: T[] }): readonly T[] {
  return collection.items
}

/** What a method answered, after the sync. */
export function valueOf<T>(result: OfficeExtension.ClientResult<T>): T {
  return result.value
}
