import type { TableId } from '../../ebs/mapping/index.ts'
import { note, ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { holds, roomOf, typeText } from './columnType.ts'
import { neededColumns, writtenColumns } from './needs.ts'
import type { NeededColumn } from './needs.ts'
import type { Site } from './site.ts'

/** Whether each mapped table and column is there, of a type that fits, and long enough. */
export function checkTables(site: Site): readonly Finding[] {
  const needed = neededColumns(site.mapping)
  const tables = [...new Set(needed.map(({ table }) => table))]
  return [
    ...tables.flatMap((table) =>
      checkTable(
        site,
        table,
        needed.filter((column) => column.table === table),
      ),
    ),
    ...checkLengths(site),
    ...checkUnits(site),
    ...checkMandatory(site),
  ]
}

function checkTable(site: Site, table: TableId, needed: readonly NeededColumn[]): Finding[] {
  const { mapping } = site
  const name = mapping.table(table)
  const there = site.columnsOf(table)
  const wants = needed.some((column) => column.for === 'link') ? 'link' : 'doctor'
  if (there.length === 0) {
    const seen = `The mapping’s ${table} is ${name}; names are taken letter by letter, upper and lower case apart.`
    return wants === 'doctor'
      ? [
          note(
            `${name} is not there, or the account may not see it`,
            'Only this report asks for it.',
          ),
        ]
      : [
          problem(
            `${name} is not there, or the account may not see it`,
            seen,
            `Grant reading (npm run doctor -- --sql prints the statements), or name the table in EBS_SCHEMA under tables.${table}.`,
          ),
        ]
  }
  const missing = needed.filter(({ column }) => site.column(table, column) === undefined)
  const unfit = needed.flatMap((want) => {
    const column = site.column(table, want.column)
    return column && !holds(column, want.kind) ? [{ ...want, column }] : []
  })
  return [
    ...(missing.length + unfit.length === 0
      ? [
          ok(
            `${name}: all mapped columns are there (${needed.length})`,
            described(site, table, needed),
          ),
        ]
      : []),
    ...missing.map(({ column }) => missingColumn(site, table, column, wants)),
    ...unfit.map(({ column, kind }) =>
      problem(
        `${name}.${column.column} is ${typeText(column)}, and the link needs a ${kind}`,
        null,
        `Name the right column in EBS_SCHEMA under tables.${table}.columns.`,
      ),
    ),
  ]
}

const described = (site: Site, table: TableId, needed: readonly NeededColumn[]): string =>
  needed
    .flatMap(({ column }) => site.column(table, column) ?? [])
    .map((column) => `${column.column} ${typeText(column)}`)
    .join(', ')

function missingColumn(
  site: Site,
  table: TableId,
  ebsName: string,
  wants: 'link' | 'doctor',
): Finding {
  const name = site.mapping.column(table, ebsName)
  const other = site
    .columnsOf(table)
    .find(({ column }) => column.toLowerCase() === name.toLowerCase())
  const what = `${site.mapping.table(table)} has no column ${name}`
  const detail = other ? `It has ${other.column}: upper and lower case count.` : null
  const action = `Name the site’s column in EBS_SCHEMA under tables.${table}.columns.${ebsName}.`
  return wants === 'link' ? problem(what, detail, action) : note(what, detail, action)
}

/** What the mapping lets through must fit into the column; what it cuts for no reason is said. */
function checkLengths(site: Site): Finding[] {
  return site.mapping.attainment.columns.flatMap(({ column: ebsName, length }): Finding[] => {
    const column = site.column('ATTAINMENTS', ebsName)
    if (!column || length === null) return []
    const room = roomOf(column)
    if (room === null || room === length) return []
    const what = `The mapping takes ${ebsName} to be ${length} long; ${column.column} is ${typeText(column)}`
    const action = `Set "length": ${room} for ${ebsName} in EBS_SCHEMA under attainments.columns.`
    return room < length
      ? [problem(what, 'Longer values would be refused by the database.', action)]
      : [note(what, 'Values are cut or left out earlier than they need be.', action)]
  })
}

/** Letters with accents take more bytes than one: what counts what decides whether a text fits. */
function checkUnits(site: Site): Finding[] {
  const texts = site.mapping.attainment.columns.flatMap(({ column: ebsName, unit }) => {
    const column = site.column('ATTAINMENTS', ebsName)
    return column === undefined || column.length === null ? [] : [{ column, unit }]
  })
  const refusing = texts.filter(({ column, unit }) => column.bytes && unit !== 'bytes')
  const roomier = texts.filter(({ column, unit }) => !column.bytes && unit === 'bytes')
  const names = (some: typeof texts) =>
    some.map(({ column }) => `${column.column} ${typeText(column)}`).join(', ')
  const set = (unit: string) => `Set "unit": "${unit}" in EBS_SCHEMA under attainments.`
  return [
    ...(refusing.length === 0
      ? []
      : [
          problem(
            'The mapping counts characters where columns of ATTAINMENTS take bytes',
            `A text with accents can be too long then, and the database refuses the record: ${names(refusing)}`,
            set('bytes'),
          ),
        ]),
    ...(roomier.length === 0
      ? []
      : [
          note(
            'The mapping counts bytes where columns of ATTAINMENTS take characters',
            `A long text with accents is cut or left out earlier than it need be: ${names(roomier)}`,
            set('characters'),
          ),
        ]),
  ]
}

/** Columns that a new record must fill, that nobody fills. */
function checkMandatory(site: Site): Finding[] {
  const { mapping } = site
  const filled = new Set(
    [...writtenColumns(mapping).inserted, 'ATTAINMENT_CODE'].map((column) =>
      mapping.column('ATTAINMENTS', column),
    ),
  )
  return site
    .columnsOf('ATTAINMENTS')
    .filter((each) => !each.nullable && !each.filled && !filled.has(each.column))
    .map(({ column }) =>
      (site.writing ? problem : warning)(
        `${mapping.table('ATTAINMENTS')}.${column} must be filled and has no default, and the mapping does not fill it`,
        'A new record is refused unless a trigger fills it.',
        'Give it a value in EBS_SCHEMA under attainments.constants or attainments.columns.',
      ),
    )
}
