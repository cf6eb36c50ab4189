import { concat, sql } from '../../database/index.ts'
import type { Sql } from '../../database/index.ts'
import type { Catalogue, TableName } from './catalogue.ts'
import { as, oneOf } from './named.ts'

const select = (...selected: readonly Sql[]): Sql => sql`select ${concat(selected, ', ')}`
const columns = sql`all_tab_columns c`
const owned = [as(sql`c.owner`, 'owner'), as(sql`c.table_name`, 'table')]
const named = (given: readonly TableName[]): Sql => oneOf(sql`c.owner`, sql`c.table_name`, given)
const indexed = [as(sql`e.table_owner`, 'owner'), as(sql`e.table_name`, 'table')]
const onTables = (given: readonly TableName[]): Sql =>
  oneOf(sql`e.table_owner`, sql`e.table_name`, given)
const me = sql`sys_context('userenv', 'session_user')`
const none = sql`cast(null as varchar2(128))`
const firstColumn = (owner: Sql, constraint: Sql): Sql =>
  sql`(select max(x.column_name) from all_cons_columns x where x.owner = ${owner} and x.constraint_name = ${constraint} and x.position = 1)`

/** Whether a byte is a letter: character sets have their bits in the name, as WE8MSWIN1252. */
const singleByte = sql`exists (select 1 from nls_database_parameters d where d.parameter = 'NLS_CHARACTERSET' and regexp_like(d.value, '^[A-Z]+[78][A-Z]'))`

/** Grants to the account, its roles and PUBLIC stand in ALL_TAB_PRIVS; an owner needs none. */
const mayTable = (granted: Sql, everywhere: Sql): Sql =>
  sql`(c.owner = ${me} or exists (select 1 from all_tab_privs g where g.table_schema = c.owner and g.table_name = c.table_name and g.privilege in (${granted})) or exists (select 1 from session_privs v where v.privilege in (${everywhere})))`
const mayRead = sql`case when p.privilege = 'SELECT' then 'READ' end`
const mayDo = mayTable(
  sql`p.privilege, ${mayRead}`,
  sql`p.privilege || ' ANY TABLE', ${mayRead} || ' ANY TABLE'`,
)

/** The index of a row of `e`, when searches are served by it; a partitioned one has the status N/A. */
const usedIndex = sql`join all_indexes i on i.owner = e.index_owner and i.index_name = e.index_name and i.status <> 'UNUSABLE' and i.visibility = 'VISIBLE' and i.index_type not like '%DOMAIN'`

/** Oracle's ALL_* views, which show what the account may see. */
export const oracledbCatalogue: Catalogue = {
  server: sql`${select(as(sql`sys_context('userenv', 'db_name')`, 'database'), as(sql`sys_context('userenv', 'session_user')`, 'account'), as(sql`(select max(p.product || ' ' || p.version) from product_component_version p where p.product like 'Oracle%')`, 'version'))} from dual`,
  columns: (given) =>
    sql`${select(
      ...owned,
      as(sql`c.column_name`, 'column'),
      as(sql`c.data_type`, 'type'),
      as(sql`case when c.data_type like '%CHAR%' then c.char_length end`, 'length'),
      as(sql`case when c.char_used = 'B' and not ${singleByte} then 'Y' else 'N' end`, 'bytes'),
      as(sql`case when c.data_type = 'NUMBER' then c.data_precision end`, 'digits'),
      as(sql`case when c.data_type = 'NUMBER' then c.data_scale end`, 'scale'),
      as(sql`c.nullable`, 'nullable'),
      as(
        sql`case when c.default_length > 0 or c.identity_column = 'YES' then 'Y' else 'N' end`,
        'filled',
      ),
    )} from ${columns} where ${named(given)} order by c.owner, c.table_name, c.column_id`,
  privileges: (
    given,
  ) => sql`${select(...owned, as(sql`c.column_name`, 'column'), as(sql`p.privilege`, 'privilege'))} from ${columns} cross join (select 'SELECT' as privilege from dual union all select 'INSERT' from dual union all select 'UPDATE' from dual) p where (${named(given)}) and (${mayDo} or exists (select 1 from all_col_privs g where g.table_schema = c.owner and g.table_name = c.table_name and g.column_name = c.column_name and g.privilege = p.privilege))
union all select distinct c.owner, c.table_name, ${none}, 'DELETE' from ${columns} where (${named(given)}) and ${mayTable(sql`'DELETE'`, sql`'DELETE ANY TABLE'`)}
union all select distinct c.owner, c.table_name, ${none}, 'LOCK' from ${columns} where (${named(given)}) and ${mayTable(sql`'SELECT'`, sql`'SELECT ANY TABLE'`)}`,
  indexes: (given) =>
    sql`${select(...indexed, as(sql`e.column_name`, 'column'))} from all_ind_columns e ${usedIndex} where ${onTables(given)} and e.column_position = 1`,
  // The expression is a LONG, which no function or comparison takes.
  textIndexes: (given) =>
    sql`${select(...indexed, as(sql`e.column_expression`, 'expression'))} from all_ind_expressions e ${usedIndex} and i.funcidx_status = 'ENABLED' where ${onTables(given)} and e.column_position = 1`,
  rules: (
    table,
  ) => sql`${select(as(sql`case c.constraint_type when 'C' then 'check' when 'U' then 'unique' else 'foreign key' end`, 'kind'), as(sql`c.constraint_name`, 'name'), as(sql`case c.constraint_type when 'C' then c.search_condition_vc when 'R' then 'refers to ' || (select max(r.table_name) from all_constraints r where r.owner = c.r_owner and r.constraint_name = c.r_constraint_name) end || case when c.status = 'DISABLED' then ' (switched off)' end`, 'detail'), ...owned, as(none, 'column'))} from all_constraints c where ${named([table])} and (c.constraint_type in ('U', 'R') or c.constraint_type = 'C' and c.search_condition_vc not like '%IS NOT NULL')
union all select 'referring', r.constraint_name, r.delete_rule, r.owner, r.table_name, ${firstColumn(sql`r.owner`, sql`r.constraint_name`)} from all_constraints c join all_constraints r on r.r_owner = c.owner and r.r_constraint_name = c.constraint_name and r.constraint_type = 'R' where ${named([table])} and c.constraint_type in ('P', 'U')
union all select 'trigger', c.trigger_name, case when c.status = 'DISABLED' then 'switched off: ' end || c.trigger_type || ' ' || c.triggering_event, c.table_owner, c.table_name, ${none} from all_triggers c where ${oneOf(sql`c.table_owner`, sql`c.table_name`, [table])} order by 1, 2`,
  sequence: ({ owner, table }) =>
    sql`${select(as(sql`to_char(q.last_number - 1)`, 'last'), as(sql`'Y'`, 'allowed'))} from all_sequences q where q.sequence_owner = ${owner} and q.sequence_name = ${table}`,
  procedure: ({ owner, table }) =>
    sql`${select(as(none, 'last'), as(sql`'Y'`, 'allowed'))} from all_procedures f where f.owner = ${owner} and f.object_name || nvl2(f.procedure_name, '.' || f.procedure_name, '') = ${table} and f.object_type in ('FUNCTION', 'PACKAGE')`,
}
