import type { Fields } from './wire.ts'

/** Makes an event for each of the targets that the add-in wants; the arguments only if there is one. */
export type Tell = (type: number, targets: readonly string[], args: () => Fields) => void
