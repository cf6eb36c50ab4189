/**
 * A text property of something thrown, or ''. By its shape, because an error from another realm
 * (a worker, a test's sandbox) is no `instanceof` our `Error`.
 */
export function errorText(error: unknown, property: 'code' | 'message' | 'path'): string {
  if (typeof error !== 'object' || error === null) return ''
  const value: unknown = Reflect.get(error, property)
  return typeof value === 'string' ? value : ''
}
