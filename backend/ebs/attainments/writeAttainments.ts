import {
  DatabaseError,
  insertReturning,
  insertRows,
  lockRows,
  name,
  sql,
  updateRows,
} from '../../database/index.ts'
import type { Dialect, Insertion, SameColumn, Transaction } from '../../database/index.ts'
import type { AttainmentValues } from '../../plr/compare/attainment.ts'
import type { Mapping } from '../mapping/index.ts'
import { layoutOf } from './layout.ts'
import { takeCodes } from './newCodes.ts'

/** A record that is to be made. */
export interface NewAttainment {
  readonly personCode: string
  readonly values: AttainmentValues
}

/** A record that is to be changed, with what it was seen to hold. */
export interface ChangedAttainment {
  readonly attainmentCode: string
  readonly personCode: string
  readonly before: AttainmentValues
  readonly after: AttainmentValues
}

/** Writes records of ATTAINMENTS through the mapping, many at once, inside a transaction. */
export function createAttainmentWriter(mapping: Mapping, dialect: Dialect) {
  const layout = layoutOf(mapping)
  const updatable = layout.filled.filter((filled) => !filled.insertOnly)
  const context = mapping.institutionContext

  const constants = (): readonly SameColumn[] => [
    ...Object.entries(mapping.attainmentConstants).map(([ebsName, value]) => ({
      name: mapping.column('ATTAINMENTS', ebsName),
      value: sql`${value}`,
    })),
    ...(context?.tables.includes('ATTAINMENTS')
      ? [
          {
            name: mapping.column('ATTAINMENTS', context.column),
            value: dialect.number(context.value),
          },
        ]
      : []),
  ]
  const audit = (verb: 'CREATED' | 'UPDATED', user: string): readonly SameColumn[] => [
    { name: mapping.column('ATTAINMENTS', `${verb}_BY`), value: sql`${user}` },
    { name: mapping.column('ATTAINMENTS', `${verb}_DATE`), value: dialect.localNow },
  ]
  const insertion = (rows: readonly NewAttainment[], user: string): Insertion => ({
    table: [layout.table],
    columns: [layout.person, ...layout.filled],
    same: [...audit('CREATED', user), ...constants()],
    rows: rows.map((row) => [
      row.personCode,
      ...layout.filled.map((filled) => row.values[filled.ebsName] ?? null),
    ]),
  })

  return {
    /**
     * Makes records, and gives their codes in the order of `rows`.
     * @throws when the mapping does not say how a code is made
     */
    async insert(
      transaction: Transaction,
      rows: readonly NewAttainment[],
      user: string,
    ): Promise<readonly string[]> {
      const rule = mapping.attainmentCode
      if (rule === null) {
        throw new Error(
          'The mapping does not say how a new attainment code is made: nothing can be inserted.',
        )
      }
      if (rows.length === 0) return []
      const made = insertion(rows, user)
      if ('generated' in rule) return insertReturning(transaction, dialect, made, layout.code.name)
      const codes = await takeCodes(transaction, dialect, rule, rows.length)
      await insertRows(transaction, dialect, {
        ...made,
        columns: [layout.code, ...made.columns],
        rows: made.rows.map((row, at) => [codes[at] ?? null, ...row]),
      })
      return codes
    },

    /**
     * Changes records that still hold what they were seen to hold.
     * @returns false when somebody changed one of them meanwhile; the transaction is then to be undone
     */
    async update(
      transaction: Transaction,
      changes: readonly ChangedAttainment[],
      user: string,
    ): Promise<boolean> {
      const changed = await updateRows(transaction, dialect, {
        table: [layout.table],
        key: layout.code,
        columns: updatable,
        seen: [layout.person],
        same: audit('UPDATED', user),
        rows: changes.map(({ attainmentCode, personCode, before, after }) => ({
          key: attainmentCode,
          seen: [personCode],
          from: updatable.map((filled) => before[filled.ebsName] ?? null),
          to: updatable.map((filled) => after[filled.ebsName] ?? null),
        })),
      })
      return changed === changes.length
    },

    /**
     * Takes out records that an Update made, for its undo.
     * @returns those that stay, since something in ebs refers to them
     */
    async remove(transaction: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
      if (codes.length === 0 || (await tryRemove(transaction, codes))) return new Set()
      const stay = new Set<string>()
      for (const code of codes) {
        if (!(await tryRemove(transaction, [code]))) stay.add(code)
      }
      return stay
    },
  }

  async function tryRemove(transaction: Transaction, codes: readonly string[]): Promise<boolean> {
    try {
      await transaction.savepoint(async (inner) => {
        const { table, code } = layout
        await lockRows(inner, dialect, { table: [table], key: code.name, keys: codes })
        await inner.read(
          sql`delete from ${name(table)} where ${dialect.numberIn(name(code.name), codes)}`,
        )
      })
      return true
    } catch (error) {
      if (isReferredTo(error)) return false
      throw error
    }
  }
}
export type AttainmentWriter = ReturnType<typeof createAttainmentWriter>

/** How PostgreSQL, SQL Server and Oracle say that another row refers to this one. */
const referredTo: readonly string[] = ['23503', '547', '2292']

function isReferredTo(error: unknown): boolean {
  return error instanceof DatabaseError && referredTo.includes(error.code)
}
