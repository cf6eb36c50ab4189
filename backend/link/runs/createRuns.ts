import { toRaw } from '../../database/index.ts'
import type { Runs } from '../../plr/update/ports.ts'
import type { Link } from '../openLink.ts'
import { claimRun, leaseSeconds } from './claim.ts'
import { countRows } from './count.ts'
import { listRuns } from './list.ts'
import { LeaseLost, checkLease, isHeld, recordRows } from './rows.ts'

/** The runs of all backends in the link's own tables. */
export function createRuns(link: Link): Runs {
  const { database, tables } = link
  const { utcNow, plusSeconds } = database.dialect
  const runs = tables.runs.join('.')

  return {
    claim: (request) => claimRun(link, request),
    list: (offset, limit) => listRuns(link, offset, limit),

    async renew(run) {
      const renewed = await database.transaction(({ knex }) =>
        knex(runs)
          .where(toRaw(knex, isHeld(link, run)))
          .update({ lease_until: toRaw(knex, plusSeconds(utcNow, leaseSeconds)) }),
      )
      return renewed === 1
    },

    async release(run) {
      await database.transaction(({ knex }) =>
        knex(runs)
          .where(toRaw(knex, isHeld(link, run)))
          .update({ lease_until: null }),
      )
    },

    record: (run, rows) =>
      whileHeld(async () => {
        await database.transaction(async (transaction) => {
          await recordRows(transaction, link, run.id, rows)
          await checkLease(transaction, link, run)
        })
        return true
      }, false),

    finish: (run) =>
      whileHeld(
        () =>
          database.transaction(async (transaction) => {
            const counts = await countRows(transaction, link, run)
            const { inserted, updated, unchanged, skipped, failed } = counts
            const ended = await transaction
              .knex(runs)
              .where(toRaw(transaction.knex, isHeld(link, run)))
              .update({
                finished_at: toRaw(transaction.knex, utcNow),
                lease_until: null,
                ...{ inserted, updated, unchanged, skipped, failed },
              })
            if (ended !== 1) throw new LeaseLost()
            return counts
          }),
        null,
      ),
  }
}

async function whileHeld<Result>(work: () => Promise<Result>, lost: Result): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LeaseLost) return lost
    throw error
  }
}
