import type { DownloadFrame } from '../../../contract/index.ts'
import type { Person } from '../learner/person.ts'

/** Downloads learners from LRS as frames, one `learner` frame for every distinct person code. */
export type Download = (
  personCodes: readonly string[],
  person: Person,
  signal: AbortSignal,
) => AsyncGenerator<DownloadFrame>
