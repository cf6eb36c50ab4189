import type { TableId } from '../../ebs/mapping/index.ts'
import { note, ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { neededColumns, writtenColumns } from './needs.ts'
import type { Site } from './site.ts'
import { tableName } from './site.ts'

const sqlHint = 'npm run doctor -- --sql prints the statements.'

/** What the account may do to ebs, from the catalogue: what it lacks, and what it has beyond need. */
export function checkPrivileges(site: Site): readonly Finding[] {
  return [...reading(site), ...writing(site), ...undoing(site), ...beyond(site)]
}

function reading(site: Site): Finding[] {
  const lacking = neededColumns(site.mapping).filter(
    ({ table, column }) =>
      site.column(table, column) !== undefined && !site.may('SELECT', table, column),
  )
  const forLink = lacking.filter((each) => each.for === 'link')
  const forDoctor = lacking.filter((each) => each.for === 'doctor')
  const names = (some: typeof lacking) =>
    some.map(({ table, column }) => `${site.mapping.table(table)}.${column}`).join(', ')
  return [
    forLink.length === 0
      ? ok('The account may read every mapped column')
      : problem('The account may not read', names(forLink), `Grant SELECT. ${sqlHint}`),
    ...(forDoctor.length === 0
      ? []
      : [note('The account may not read what only this report asks for', names(forDoctor))]),
  ]
}

function writing(site: Site): Finding[] {
  const { inserted, updated } = writtenColumns(site.mapping)
  const lacks = (privilege: 'INSERT' | 'UPDATE', columns: readonly string[]) =>
    columns.filter(
      (column) =>
        site.column('ATTAINMENTS', column) !== undefined &&
        !site.may(privilege, 'ATTAINMENTS', column),
    )
  const noInsert = lacks('INSERT', inserted)
  const noUpdate = lacks('UPDATE', updated)
  const table = site.mapping.table('ATTAINMENTS')
  const lacking = [
    ...(noInsert.length === 0 ? [] : [`INSERT: ${noInsert.join(', ')}`]),
    ...(noUpdate.length === 0 ? [] : [`UPDATE: ${noUpdate.join(', ')}`]),
    ...(mayLock(site)
      ? []
      : ['SELECT: by READ alone no row can be locked, which Update does first']),
  ]
  if (lacking.length === 0) {
    return [
      site.writing
        ? ok(`The account may insert and update the mapped columns of ${table}`)
        : note(
            `The account may write to ${table}, and EBS_WRITE is off`,
            'Nothing writes; for reading alone the account needs less.',
          ),
    ]
  }
  return [
    site.writing
      ? problem(
          `EBS_WRITE is on, and the account may not write to ${table}`,
          lacking.join('\n'),
          `Grant it, or set EBS_WRITE=off. ${sqlHint}`,
        )
      : note(
          `The account may not write to ${table}; EBS_WRITE is off, so nothing does`,
          null,
          `Before EBS_WRITE=on a DBA has to grant writing. ${sqlHint}`,
        ),
  ]
}

/** Oracle alone asks for it: the other engines lock what they change by themselves. */
const mayLock = (site: Site): boolean =>
  site.mapping.client !== 'oracledb' || site.may('LOCK', 'ATTAINMENTS')

function undoing(site: Site): Finding[] {
  if (!site.writing) return []
  const table = site.mapping.table('ATTAINMENTS')
  return [
    site.may('DELETE', 'ATTAINMENTS')
      ? ok(`The account may delete from ${table}, which only the undo of an insert does`)
      : warning(
          `The account may not delete from ${table}`,
          'Undo puts changed records back, and cannot take out those it inserted.',
          `Grant DELETE, if the college wants that. ${sqlHint}`,
        ),
  ]
}

function beyond(site: Site): Finding[] {
  const own = tableName(site.mapping, 'ATTAINMENTS')
  const tables: TableId[] = [
    ...new Set(neededColumns(site.mapping).map(({ table }) => table)),
  ].filter((table) => table !== 'ATTAINMENTS')
  const counter = site.mapping.attainmentCode
  const counterTable = counter && 'counter' in counter ? counter.counter.table : null
  const more = tables.flatMap((id) => {
    const name = tableName(site.mapping, id)
    if (name.table === own.table || site.mapping.table(id) === counterTable) return []
    const verbs = new Set(
      site.privileges
        .filter((each) => site.key(each.owner, each.table) === site.key(name.owner, name.table))
        .map(({ privilege }) => privilege)
        .filter((privilege) => privilege !== 'SELECT' && privilege !== 'LOCK'),
    )
    return verbs.size === 0 ? [] : [`${site.mapping.table(id)}: ${[...verbs].join(', ')}`]
  })
  if (more.length === 0) return [ok('The account may write to no other mapped table of ebs')]
  return [
    warning(
      'The account may do more in ebs than the link ever does',
      more.join('\n'),
      'Give the link an account of its own with the grants that npm run doctor -- --sql prints.',
    ),
  ]
}
