export { createAttainmentReader } from './readAttainments.ts'
export type { AttainmentReader, Reading, StampedAttainment } from './readAttainments.ts'
export { createAttainmentWriter } from './writeAttainments.ts'
export type { AttainmentWriter, ChangedAttainment, NewAttainment } from './writeAttainments.ts'
