import type { Mapping, TableId } from '../../ebs/mapping/index.ts'
import { neededColumns, writtenColumns } from '../ebs/needs.ts'
import { quoted, quotedPath } from './quote.ts'

/** Statements with a heading that says what they are for. */
export interface Script {
  readonly title: string
  readonly statements: readonly string[]
}

/**
 * What the account needs in ebs: reading, writing, and the undo of inserts, apart, so that a college
 * gives as much as it wants.
 */
export function ebsGrants(mapping: Mapping, account: string): readonly Script[] {
  const { client } = mapping
  const to = quoted(client, account)
  const on = (table: TableId) => quotedPath(client, mapping.table(table))
  const columns = (table: TableId, names: readonly string[]): string =>
    ` (${names.map((each) => quoted(client, mapping.column(table, each))).join(', ')})`
  const { inserted, updated } = writtenColumns(mapping)
  // SQL Server grants INSERT for a whole table only.
  const insertColumns = client === 'mssql' ? '' : columns('ATTAINMENTS', inserted)
  return [
    { title: 'Reading ebs (always)', statements: reading(mapping, to) },
    {
      title: 'Writing to ebs (only for EBS_WRITE=on)',
      statements: [
        `grant insert${insertColumns} on ${on('ATTAINMENTS')} to ${to}`,
        `grant update${columns('ATTAINMENTS', updated)} on ${on('ATTAINMENTS')} to ${to}`,
        ...newCodes(mapping, to),
      ],
    },
    {
      title: 'Undo of inserts (only if the college wants it; nothing else ever deletes)',
      statements: [`grant delete on ${on('ATTAINMENTS')} to ${to}`],
    },
  ]
}

/**
 * PEOPLE and the others by column, since they hold far more than is needed; Oracle grants reading for
 * whole tables only. ATTAINMENTS as a whole: the doctor reads how ebs's own import filled it.
 */
function reading(mapping: Mapping, to: string): string[] {
  const { client } = mapping
  const needed = neededColumns(mapping)
  return [...new Set(needed.map(({ table }) => table))].map((table) => {
    const names = needed
      .filter((each) => each.table === table)
      .map(({ column }) => quoted(client, mapping.column(table, column)))
    const whole = client === 'oracledb' || table === 'ATTAINMENTS'
    const what = whole ? 'select' : `select (${names.join(', ')})`
    return `grant ${what} on ${quotedPath(client, mapping.table(table))} to ${to}`
  })
}

function newCodes(mapping: Mapping, to: string): string[] {
  const { client, attainmentCode: rule } = mapping
  if (rule === null) return []
  if ('sequence' in rule) {
    const verb = { pg: 'usage on sequence', mssql: 'update on', oracledb: 'select on' }[client]
    return [`grant ${verb} ${quotedPath(client, rule.sequence)} to ${to}`]
  }
  if ('procedure' in rule) {
    const verb = client === 'pg' ? 'execute on function' : 'execute on'
    // A function of Oracle's may be of a package, which is granted as a whole.
    const parts = rule.procedure.split('.')
    const granted = client === 'oracledb' ? parts.slice(0, 2).join('.') : rule.procedure
    return [`grant ${verb} ${quotedPath(client, granted)} to ${to}`]
  }
  if ('counter' in rule) {
    const { table, column, where } = rule.counter
    const read = [column, ...Object.keys(where)].map((each) => quoted(client, each)).join(', ')
    const what = client === 'oracledb' ? 'select' : `select (${read})`
    return [
      `grant ${what} on ${quotedPath(client, table)} to ${to}`,
      `grant update (${quoted(client, column)}) on ${quotedPath(client, table)} to ${to}`,
    ]
  }
  return client === 'pg' ? [ownedSequence(mapping, to)] : []
}

/** A default of PostgreSQL that takes its numbers from a sequence needs that sequence as well. */
function ownedSequence(mapping: Mapping, to: string): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  const table = text(quotedPath('pg', mapping.table('ATTAINMENTS')))
  const code = text(mapping.column('ATTAINMENTS', 'ATTAINMENT_CODE'))
  return `do $$ declare numbers text := pg_get_serial_sequence(${table}, ${code}); begin if numbers is not null then execute 'grant usage on sequence ' || numbers || ${text(` to ${to}`)}; end if; end $$`
}
