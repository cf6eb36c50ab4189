import type { DateSystem } from '../cells/dateSerial.ts'
import type { ExcelDoor } from '../excel/door.ts'
import type { GridPlace } from '../grid/grid.ts'

/** What every operation on one open session needs. */
export interface SessionPlace extends GridPlace {
  readonly door: ExcelDoor
  readonly sessionId: string
  readonly dateSystem: DateSystem
}

/** The worksheet's custom property that holds the session id. A copied sheet has none. */
export const sessionProperty = 'ebsPlrSession'
