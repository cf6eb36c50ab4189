import { concat, sql } from '../../database/index.ts'
import type { Sql } from '../../database/index.ts'
import type { Catalogue, TableName } from './catalogue.ts'
import { as, oneOf } from './named.ts'

const tables = sql`sys.objects o join sys.schemas s on s.schema_id = o.schema_id and o.type in ('U', 'V')`
const columns = sql`${tables} join sys.columns c on c.object_id = o.object_id`
const named = (given: readonly TableName[]): Sql => oneOf(sql`s.name`, sql`o.name`, given)
const select = (...selected: readonly Sql[]): Sql => sql`select ${concat(selected, ', ')}`
const owned = [as(sql`s.name`, 'owner'), as(sql`o.name`, 'table')]
const yes = (test: Sql): Sql => sql`case when ${test} then 'Y' else 'N' end`
const path = sql`quotename(s.name) + '.' + quotename(o.name)`
/** The catalogue's own texts are of several collations, which no UNION takes in one column. */
const text = (value: Sql): Sql => sql`cast(${value} as nvarchar(4000)) collate database_default`
const none = text(sql`null`)
/** Indexes that are used and hold every row, by the column `c` that they begin with. */
const indexes = sql`${columns} join sys.index_columns x on x.object_id = o.object_id and x.column_id = c.column_id and x.key_ordinal = 1 join sys.indexes i on i.object_id = x.object_id and i.index_id = x.index_id and i.is_disabled = 0 and i.is_hypothetical = 0 and i.has_filter = 0`

/** SQL Server's sys.*. Permissions by column exist for SELECT and UPDATE only. */
export const mssqlCatalogue: Catalogue = {
  server: select(
    as(sql`db_name()`, 'database'),
    as(sql`suser_sname()`, 'account'),
    as(
      sql`'SQL Server ' + cast(serverproperty('ProductVersion') as nvarchar(30)) + ', ' + cast(databasepropertyex(db_name(), 'Collation') as nvarchar(128))`,
      'version',
    ),
    as(
      sql`(select cast(d.compatibility_level as varchar(10)) from sys.databases d where d.database_id = db_id())`,
      'level',
    ),
  ),
  columns: (given) =>
    sql`${select(
      ...owned,
      as(sql`c.name`, 'column'),
      as(sql`t.name`, 'type'),
      as(
        sql`case when t.name like '%char' and c.max_length > 0 then c.max_length / case when t.name like 'n%' then 2 else 1 end end`,
        'length',
      ),
      as(yes(sql`t.name not like 'n%' and c.collation_name like '%[_]UTF8'`), 'bytes'),
      as(sql`case when t.name in ('decimal', 'numeric') then c.precision end`, 'digits'),
      as(sql`case when t.name in ('decimal', 'numeric') then c.scale end`, 'scale'),
      as(yes(sql`c.is_nullable = 1`), 'nullable'),
      as(yes(sql`c.default_object_id <> 0 or c.is_identity = 1 or c.is_computed = 1`), 'filled'),
    )} from ${columns} join sys.types t on t.user_type_id = c.system_type_id where ${named(given)} order by s.name, o.name, c.column_id`,
  privileges: (
    given,
  ) => sql`${select(...owned, as(sql`c.name`, 'column'), as(sql`p.privilege`, 'privilege'))} from ${columns} cross join (values ('SELECT'), ('INSERT'), ('UPDATE')) as p(privilege) where ${named(given)} and case when p.privilege = 'INSERT' then has_perms_by_name(${path}, 'OBJECT', 'INSERT') else has_perms_by_name(${path}, 'OBJECT', p.privilege, c.name, 'COLUMN') end = 1
union all ${select(...owned, none, sql`'DELETE'`)} from ${tables} where ${named(given)} and has_perms_by_name(${path}, 'OBJECT', 'DELETE') = 1`,
  indexes: (given) =>
    sql`${select(...owned, as(sql`c.name`, 'column'))} from ${indexes} where ${named(given)}`,
  textIndexes: (given) =>
    sql`${select(...owned, as(sql`coalesce(${text(sql`k.definition`)}, ${text(sql`quotename(c.name)`)} + ' collate ' + ${text(sql`c.collation_name`)})`, 'expression'))} from ${indexes} left join sys.computed_columns k on k.object_id = c.object_id and k.column_id = c.column_id where ${named(given)} and c.collation_name is not null`,
  rules: (
    table,
  ) => sql`${select(as(sql`'check'`, 'kind'), as(sql`k.name`, 'name'), as(text(sql`k.definition`), 'detail'), ...owned, as(none, 'column'))} from ${tables} join sys.check_constraints k on k.parent_object_id = o.object_id where ${named([table])}
union all select 'unique', k.name, ${text(sql`k.type_desc`)}, s.name, o.name, ${none} from ${tables} join sys.key_constraints k on k.parent_object_id = o.object_id and k.type = 'UQ' where ${named([table])}
union all select 'foreign key', k.name, ${text(sql`'refers to ' + object_name(k.referenced_object_id)`)}, s.name, o.name, ${none} from ${tables} join sys.foreign_keys k on k.parent_object_id = o.object_id where ${named([table])}
union all select 'referring', k.name, ${text(sql`k.delete_referential_action_desc`)}, m.name, d.name, ${text(sql`col_name(x.parent_object_id, x.parent_column_id)`)} from ${tables} join sys.foreign_keys k on k.referenced_object_id = o.object_id join sys.foreign_key_columns x on x.constraint_object_id = k.object_id and x.constraint_column_id = 1 join sys.objects d on d.object_id = k.parent_object_id join sys.schemas m on m.schema_id = d.schema_id where ${named([table])}
union all select 'trigger', t.name, ${text(sql`case when t.is_disabled = 1 then 'switched off: ' else '' end + case when t.is_instead_of_trigger = 1 then 'instead of ' else 'after ' end + (select string_agg(e.type_desc, ', ') from sys.trigger_events e where e.object_id = t.object_id)`)}, s.name, o.name, ${none} from ${tables} join sys.triggers t on t.parent_id = o.object_id where ${named([table])} order by 1, 2`,
  sequence: ({ owner, table }) =>
    sql`${select(as(sql`cast(q.current_value as varchar(30))`, 'last'), as(yes(sql`has_perms_by_name(quotename(s.name) + '.' + quotename(q.name), 'OBJECT', 'UPDATE') = 1`), 'allowed'))} from sys.sequences q join sys.schemas s on s.schema_id = q.schema_id where s.name = ${owner} and q.name = ${table}`,
  procedure: ({ owner, table }) =>
    sql`${select(as(none, 'last'), as(yes(sql`has_perms_by_name(quotename(s.name) + '.' + quotename(f.name), 'OBJECT', 'EXECUTE') = 1`), 'allowed'))} from sys.procedures f join sys.schemas s on s.schema_id = f.schema_id where s.name = ${owner} and f.name = ${table}`,
}
