import { note, ok } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { TableRule } from '../catalogue/read.ts'
import type { Site } from './site.ts'
import { tableName } from './site.ts'

const longest = 160
const oncePerStatement =
  'SQL Server runs one once for all records of a statement, and Update writes many in one: look for triggers that take a single record for granted.'
const headings: readonly (readonly [TableRule['kind'], string, string | null])[] = [
  [
    'trigger',
    'triggers',
    'They run inside Update as well. Look what each does: an insert of ours must suit it.',
  ],
  ['check', 'check constraints', 'A value that one of them refuses fails the learner’s rows.'],
  ['unique', 'unique keys', null],
  ['foreign key', 'foreign keys', null],
  ['referring', 'references from other tables', 'Undo leaves a record that one of them holds.'],
]

/** What ATTAINMENTS itself demands: triggers, checks, keys, and who refers to it. */
export async function checkRules(site: Site): Promise<readonly Finding[]> {
  const rules = await site.catalogue.rules(tableName(site.mapping, 'ATTAINMENTS'))
  const table = site.mapping.table('ATTAINMENTS')
  return headings.map(([kind, words, meaning]) => {
    const some = rules.filter((rule) => rule.kind === kind)
    if (some.length === 0) return ok(`${table} has no ${words}`)
    const more = kind === 'trigger' && site.mapping.client === 'mssql' ? oncePerStatement : null
    const detail = [...some.map(textOf), meaning, more].filter((line) => line !== null).join('\n')
    return note(`${table} has ${words}: ${some.length}`, detail)
  })
}

function textOf(rule: TableRule): string {
  const where = rule.kind === 'referring' ? ` of ${rule.owner}.${rule.table}` : ''
  const detail = (rule.detail ?? '').replace(/\s+/g, ' ').trim()
  const short = detail.length > longest ? `${detail.slice(0, longest)}…` : detail
  return `${rule.name}${where}${short === '' ? '' : `: ${short}`}`
}
