import type { ExcelDoor } from '../workbook/excel/door.ts'
import type { Session, Workbook } from '../workbook/port.ts'
import type { Check } from './check.ts'
import type { User } from './user.ts'

/** What a case works with. Every case begins in a workbook without a session. */
export interface Bench {
  readonly workbook: Workbook
  /** Another view of the same workbook, as a pane opened again has. */
  reopened(): Workbook
  readonly excel: ExcelDoor
  readonly user: User
  readonly check: Check
  /** A session for environment `live`. */
  start(): Promise<Session>
}

/**
 * One behaviour of src/office that has to be the same on a stand-in and on a real Excel. Cases are written
 * once and run in jest, in the workbook preview, and by a person in Excel itself.
 */
export interface ConformanceCase {
  readonly name: string
  /** Without this the case is skipped: a way to select several areas at once. */
  readonly needs?: 'areas'
  run(bench: Bench): Promise<void>
}
