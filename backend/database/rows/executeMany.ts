import { createRequire } from 'node:module'
import * as z from 'zod'
import type { Transaction } from '../openDatabase.ts'
import { toRaw, valuesOf } from '../sql.ts'
import type { Binding, Sql } from '../sql.ts'

/** Statements that go to the server in one round trip. */
const most = 1000

/** What many statements came to, in their order. */
export interface Executed {
  /** How many rows each of them changed; none of a block of PL/SQL. */
  readonly changed: readonly number[]
  /** The text that each of them gave back, where one was asked for. */
  readonly returned: readonly string[]
}

/**
 * Carries out statements of one text through the `executeMany` of Oracle's driver: the text once, the
 * values a row at a time, one round trip for each 1000. Inside the transaction: nothing is committed.
 * @param back `text`: the last value of each statement is a place that Oracle fills with a text
 */
export async function executeMany(
  { knex }: Transaction,
  statements: readonly Sql[],
  back: 'nothing' | 'text' = 'nothing',
): Promise<Executed> {
  const [first] = statements
  const changed: number[] = []
  const returned: string[] = []
  if (!first) return { changed, returned }
  if (statements.some(({ text }) => text !== first.text)) {
    throw new Error('Statements that are carried out together must have one text')
  }
  const text = toRaw(knex, first).toSQL().toNative().sql
  const connection: unknown = await knex.client.acquireConnection()
  if (!takesMany(connection)) throw new Error('The driver of Oracle knows no executeMany')
  for (let at = 0; at < statements.length; at += most) {
    const values = statements
      .slice(at, at + most)
      .map((statement) => valuesOf(statement).slice(0, back === 'text' ? -1 : undefined))
    const answer = answers.parse(
      await carriedOut(connection, text, values[0]?.length === 0 ? values.length : values, {
        autoCommit: false,
        // PL/SQL counts no rows, and the driver refuses to be asked for them.
        dmlRowCounts: !/^begin /.test(text),
        bindDefs: [...bindsOf(values), ...(back === 'text' ? [outBind()] : [])],
      }),
    )
    changed.push(...(answer.dmlRowCounts ?? []))
    returned.push(...(answer.outBinds ?? []).map(textBack))
  }
  return { changed, returned }
}

/** Knex hears of a lost connection through its own statements alone, and would give it to others. */
async function carriedOut(
  connection: TakesMany,
  ...many: Parameters<TakesMany['executeMany']>
): Promise<unknown> {
  try {
    return await connection.executeMany(...many)
  } catch (error) {
    if (connection.isHealthy?.() === false) Reflect.set(connection, '__knex__disposed', error)
    throw error
  }
}

interface Bind {
  readonly dir?: number
  readonly type: unknown
  readonly maxSize?: number
}

const driver = z.object({
  BIND_OUT: z.number(),
  DB_TYPE_VARCHAR: z.unknown(),
  DB_TYPE_NUMBER: z.unknown(),
})
const oracle = () => driver.parse({ ...createRequire(import.meta.url)('oracledb') })

/** Types and sizes of the values, which the driver would otherwise guess from the first row. */
function bindsOf(rows: readonly (readonly Binding[])[]): readonly Bind[] {
  const { DB_TYPE_NUMBER, DB_TYPE_VARCHAR } = oracle()
  return (rows[0] ?? []).map((_, at) => {
    const cells = rows.map((row) => row[at])
    if (cells.every((cell) => typeof cell === 'number')) return { type: DB_TYPE_NUMBER }
    const sizes = cells.map((cell) => (cell === null ? 0 : Buffer.byteLength(String(cell))))
    return { type: DB_TYPE_VARCHAR, maxSize: sizes.reduce((a, b) => Math.max(a, b), 1) }
  })
}

function outBind(): Bind {
  const { BIND_OUT, DB_TYPE_VARCHAR } = oracle()
  return { dir: BIND_OUT, type: DB_TYPE_VARCHAR, maxSize: 40 }
}

const answers = z.object({
  dmlRowCounts: z.array(z.number()).optional(),
  outBinds: z.array(z.array(z.unknown())).optional(),
})

/** What one statement gave back: a block gives a text, a statement with RETURNING a list of them. */
function textBack(outBinds: readonly unknown[]): string {
  const [value] = outBinds.flat()
  if (typeof value !== 'string') throw new Error('The database gave nothing back for a statement')
  return value
}

interface TakesMany {
  executeMany(
    statement: string,
    values: number | readonly (readonly Binding[])[],
    options: {
      readonly autoCommit: boolean
      readonly dmlRowCounts: boolean
      readonly bindDefs: readonly Bind[]
    },
  ): Promise<unknown>
  isHealthy?(): boolean
}

function takesMany(connection: unknown): connection is TakesMany {
  return (
    typeof connection === 'object' &&
    connection !== null &&
    typeof Reflect.get(connection, 'executeMany') === 'function'
  )
}
