import { concat, sql } from '../../database/index.ts'
import type { Sql } from '../../database/index.ts'
import type { Catalogue, TableName } from './catalogue.ts'
import { as, oneOf } from './named.ts'

const tables = sql`pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace`
const columns = sql`${tables} join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`
const named = (given: readonly TableName[]): Sql => oneOf(sql`n.nspname`, sql`c.relname`, given)
const select = (...selected: readonly Sql[]): Sql => sql`select ${concat(selected, ', ')}`
const owned = [as(sql`n.nspname`, 'owner'), as(sql`c.relname`, 'table')]
const yes = (test: Sql): Sql => sql`case when ${test} then 'Y' else 'N' end`

/** PostgreSQL's pg_catalog; varchar and numeric keep their sizes in `atttypmod`. */
export const pgCatalogue: Catalogue = {
  server: sql`${select(as(sql`current_database()`, 'database'), as(sql`current_user`, 'account'), as(sql`'PostgreSQL ' || current_setting('server_version')`, 'version'))}`,
  columns: (given) =>
    sql`${select(
      ...owned,
      as(sql`a.attname`, 'column'),
      as(sql`format_type(a.atttypid, null)`, 'type'),
      as(
        sql`case when a.atttypid in (1042, 1043) and a.atttypmod > 4 then a.atttypmod - 4 end`,
        'length',
      ),
      as(sql`'N'`, 'bytes'),
      as(
        sql`case when a.atttypid = 1700 and a.atttypmod > 4 then ((a.atttypmod - 4) >> 16) & 65535 end`,
        'digits',
      ),
      as(
        sql`case when a.atttypid = 1700 and a.atttypmod > 4 then (a.atttypmod - 4) & 2047 end`,
        'scale',
      ),
      as(yes(sql`not a.attnotnull`), 'nullable'),
      as(yes(sql`a.atthasdef or a.attidentity <> ''`), 'filled'),
    )} from ${columns} where ${named(given)} and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1, 2, a.attnum`,
  privileges: (
    given,
  ) => sql`${select(...owned, as(sql`a.attname`, 'column'), as(sql`p.privilege`, 'privilege'))} from ${columns} cross join (values ('SELECT'), ('INSERT'), ('UPDATE')) as p(privilege) where ${named(given)} and has_schema_privilege(n.oid, 'USAGE') and has_column_privilege(c.oid, a.attnum, p.privilege)
union all ${select(...owned, sql`null`, sql`'DELETE'`)} from ${tables} where ${named(given)} and has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'DELETE')`,
  indexes: (given) =>
    sql`${select(...owned, as(sql`a.attname`, 'column'))} from ${columns} join pg_catalog.pg_index x on x.indrelid = c.oid and x.indkey[0] = a.attnum where ${named(given)} and x.indisvalid and x.indpred is null`,
  textIndexes: (given) =>
    sql`${select(...owned, as(sql`pg_get_indexdef(x.indexrelid, 1, true)`, 'expression'))} from ${tables} join pg_catalog.pg_index x on x.indrelid = c.oid and x.indkey[0] = 0 where ${named(given)} and x.indisvalid and x.indpred is null`,
  rules: (
    table,
  ) => sql`${select(as(sql`case k.contype when 'c' then 'check' when 'u' then 'unique' else 'foreign key' end`, 'kind'), as(sql`k.conname::text`, 'name'), as(sql`pg_get_constraintdef(k.oid)`, 'detail'), ...owned, as(sql`null::text`, 'column'))} from ${tables} join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype in ('c', 'u', 'f') where ${named([table])}
union all select 'referring', k.conname::text, pg_get_constraintdef(k.oid), m.nspname, d.relname, a.attname::text from ${tables} join pg_catalog.pg_constraint k on k.confrelid = c.oid and k.contype = 'f' join pg_catalog.pg_class d on d.oid = k.conrelid join pg_catalog.pg_namespace m on m.oid = d.relnamespace join pg_catalog.pg_attribute a on a.attrelid = d.oid and a.attnum = k.conkey[1] where ${named([table])}
union all select 'trigger', t.tgname::text, case when t.tgenabled = 'D' then 'switched off: ' else '' end || pg_get_triggerdef(t.oid), n.nspname, c.relname, null from ${tables} join pg_catalog.pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal where ${named([table])} order by 1, 2`,
  sequence: ({ owner, table }) =>
    sql`${select(as(sql`s.last_value::text`, 'last'), as(yes(sql`has_sequence_privilege(quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename), 'USAGE')`), 'allowed'))} from pg_catalog.pg_sequences s where s.schemaname = ${owner} and s.sequencename = ${table}`,
  procedure: ({ owner, table }) =>
    sql`${select(as(sql`null::text`, 'last'), as(yes(sql`has_function_privilege(f.oid, 'EXECUTE')`), 'allowed'))} from pg_catalog.pg_proc f join pg_catalog.pg_namespace n on n.oid = f.pronamespace where n.nspname = ${owner} and f.proname = ${table}`,
}
