import type { Database } from '../openDatabase.ts'
import { sql } from '../sql.ts'
import { refusalOf } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Connects for the first time. @returns why the database does not let us in; null when it does */
export async function knock(database: Pick<Database, 'dialect' | 'read'>): Promise<Refusal | null> {
  try {
    await database.read(
      database.dialect.client === 'oracledb' ? sql`select 1 from dual` : sql`select 1`,
    )
    return null
  } catch (error) {
    return refusalOf(error)
  }
}
