import { DatabaseError, TransactionLost, isOutage } from '../../database/index.ts'
import type { DatabaseClient } from '../../database/index.ts'
import type { WriteFault } from '../../plr/update/ports.ts'
import { LearnersLocked } from '../locks.ts'
import { LeaseLost } from '../runs/rows.ts'

/** A record was changed between its reading and its writing. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
  constructor() {
    super('Somebody changed a record between its reading and its writing')
  }
}

/** The run ended early: nothing of the transaction may stand. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded'
  constructor() {
    super('The update ended before this was committed')
  }
}

/** What an error of a transaction means; null for a defect of ours, which is to be thrown on. */
export function writeFaultOf(error: unknown, client: DatabaseClient): WriteFault | null {
  if (error instanceof LeaseLost) return 'lost'
  if (error instanceof RunEnded) return 'ended'
  if (error instanceof ChangedMeanwhile || error instanceof LearnersLocked) return 'again'
  if (error instanceof TransactionLost) return writeFaultOf(error.cause, client)
  if (error instanceof DatabaseError) {
    switch (error.fault) {
      case 'lock-timeout':
      case 'time-limit':
        return 'busy'
      case 'deadlock':
      case 'duplicate':
        return 'again'
      case 'canceled':
        return 'unavailable'
      case 'other':
        return refusals[client].test(error.code) ? 'refused' : 'unavailable'
    }
  }
  return isOutage(error) ? 'unavailable' : null
}

/**
 * How an engine says that it does not take a value: too long, null, a constraint, a trigger's no, or a
 * trigger that fails, as one of SQL Server does that was written for a single row (512).
 */
const refusals: Readonly<Record<DatabaseClient, RegExp>> = {
  pg: /^(22|23|P0)[0-9A-Z]{3}$/,
  mssql: /^(220|232|241|242|245|248|512|515|547|2628|3609|8114|8115|8134|8152|[5-9]\d{4}|\d{6,})$/,
  oracledb:
    /^(1400|1403|1407|1422|1426|1438|1476|1722|1[89]\d\d|12899|229[012]|4088|4091|4098|650[23]|20\d{3})$/,
}
