import type { Knex } from 'knex'
import type { Dialect } from '../../database/index.ts'
import type { LinkTables } from '../tables.ts'
import { built } from './migration.ts'
import type { Migration } from './migration.ts'

/** Lengths that several tables share. */
const uuid = 36
const digest = 43
const code = 10
const person = 255

type Table = Knex.CreateTableBuilder
const time = (table: Table, name: string): Knex.ColumnBuilder =>
  table.timestamp(name, { useTz: false })

/** The first tables: whose database this is, links, locks, runs with their rows, undo, trail, conditions. */
export const tables0001: Migration = {
  version: 1,
  statements: (knex, dialect, tables) => [
    ...ownerStatements(dialect, tables),
    ...built(
      dialect,
      knex.schema
        .withSchema(tables.schema)
        .createTable('schema_version', (table) => {
          table.integer('version').notNullable().primary()
          time(table, 'applied_at').notNullable()
        })
        .createTable('database_identities', (table) => {
          table.integer('database_id').notNullable().primary()
          table.string('identity', uuid).notNullable()
          table.string('belongs_to', 255).notNullable().unique()
          time(table, 'made_at').notNullable()
        })
        .createTable('links', (table) => {
          table.integer('database_id').notNullable()
          table.bigInteger('person_code').notNullable()
          table.string('event_key', 60).notNullable()
          table.string('attainment_code', code).notNullable()
          time(table, 'linked_at').notNullable()
          table.primary(['database_id', 'person_code', 'event_key'])
        })
        .createTable('learner_locks', (table) => {
          table.integer('database_id').notNullable()
          table.bigInteger('person_code').notNullable()
          table.primary(['database_id', 'person_code'])
        })
        .createTable('runs', (table) => {
          table.string('run_id', uuid).notNullable().primary()
          table.integer('database_id').notNullable()
          table.string('person', person).notNullable()
          table.string('person_name', person).notNullable()
          table.string('run_key', digest).notNullable().unique({ indexName: 'runs_key' })
          table.string('request_digest', digest).notNullable()
          table.string('entry_key', digest).notNullable()
          table.integer('epoch').notNullable()
          time(table, 'lease_until')
          time(table, 'started_at').notNullable()
          time(table, 'finished_at')
          for (const outcome of ['inserted', 'updated', 'unchanged', 'skipped', 'failed']) {
            table.integer(outcome).notNullable()
          }
          time(table, 'undone_at')
          table.string('undone_by', person)
          table.index(['database_id', 'entry_key'], 'runs_entry')
        })
        .createTable('run_rows', (table) => {
          table.string('run_id', uuid).notNullable()
          table.bigInteger('person_code').notNullable()
          table.string('row_digest', digest).notNullable()
          table.string('outcome', 10).notNullable()
          table.string('reason', 1000)
          table.primary(['run_id', 'person_code', 'row_digest'])
        })
        .createTable('undo_images', (table) => {
          table.string('run_id', uuid).notNullable()
          table.bigInteger('person_code').notNullable()
          table.string('attainment_code', code).notNullable()
          table.string('kind', 6).notNullable()
          table.string('row_key', 1000).notNullable()
          table.string('event_key', 60).notNullable()
          table.string('link_before', code)
          table.text('values_before')
          table.string('digest_after', digest).notNullable()
          table.string('stamp_after', 100)
          table.string('state', 8).notNullable()
          table.string('kept_reason', 255)
          table.primary(['run_id', 'person_code', 'attainment_code'])
        })
        .createTable('trail', (table) => {
          table.string('entry_id', uuid).notNullable().primary()
          table.integer('database_id').notNullable()
          time(table, 'happened_at').notNullable()
          table.string('person', person).notNullable()
          table.string('person_name', person).notNullable()
          table.string('what', 20).notNullable()
          table.string('run_id', uuid)
          table.bigInteger('person_code')
          table.string('detail', 1000).notNullable()
          table.string('digest', digest)
          table.index(['database_id', 'happened_at'], 'trail_time')
        })
        .createTable('saved_conditions', (table) => {
          table.integer('database_id').notNullable()
          table.string('condition_id', uuid).notNullable()
          table.string('owner', person).notNullable()
          table.string('name', 100).notNullable()
          table.string('shared', 1).notNullable()
          table.text('condition').notNullable()
          time(table, 'changed_at').notNullable()
          table.primary(['database_id', 'condition_id'])
        }),
    ),
  ],
}

/** An owner of their own. On Oracle that is a user, which a DBA makes with the site's own settings. */
function ownerStatements(dialect: Dialect, { schema }: LinkTables): readonly string[] {
  switch (dialect.client) {
    case 'pg':
      return [`create schema if not exists "${schema}"`]
    case 'mssql':
      return [`if schema_id('${schema}') is null exec('create schema [${schema}]')`]
    case 'oracledb':
      return []
  }
}
