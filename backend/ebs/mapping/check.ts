import type { DatabaseClient } from '../../database/index.ts'
import { dialectOf } from '../../database/index.ts'
import { plainText } from '../../plr/compare/translation.ts'
import { withFileColumns } from './attainmentColumns.ts'
import type { MappingFile } from './file.ts'
import type { Fault } from './jsonc.ts'

const reserved = ['ATTAINMENT_CODE', 'PER_PERSON_CODE', 'CREATED_BY', 'CREATED_DATE']
const audit = ['UPDATED_BY', 'UPDATED_DATE']

/** What Update cannot do without; `from` of each. */
const needed = ['type', 'title', 'source'] as const

/** Finds what would go wrong later: names too long for the engine, columns and texts twice or not ours to write. */
export function checkMapping(client: DatabaseClient, file: MappingFile): readonly Fault[] {
  return [
    ...longNames(client, file),
    ...wrongColumns(file),
    ...wrongFields(file),
    ...sameTexts(file),
  ]
}

function longNames(client: DatabaseClient, file: MappingFile): Fault[] {
  const longest = dialectOf(client).limits.identifier
  return Object.entries(file.tables ?? {}).flatMap(([table, { name, columns }]) =>
    [
      { path: ['tables', table, 'name'], value: name ?? '' },
      ...Object.entries(columns ?? {}).map(([column, value]) => ({
        path: ['tables', table, 'columns', column],
        value,
      })),
    ]
      .filter(({ value }) => value.length > longest)
      .map(({ path }) => ({
        path,
        detail: `is longer than the ${longest} characters of ${client}`,
      })),
  )
}

function wrongColumns(file: MappingFile): Fault[] {
  const given = file.attainments?.columns ?? []
  const faults = given.flatMap(({ column }, at): Fault[] => {
    const path = ['attainments', 'columns', at, 'column']
    if ([...reserved, ...audit].includes(column)) {
      return [{ path, detail: `${column} is filled by the link itself` }]
    }
    const twice = given.findIndex((other) => other.column === column) < at
    return twice ? [{ path, detail: `${column} is mapped twice` }] : []
  })
  const columns = withFileColumns(given)
  for (const from of needed) {
    if (!columns.some((column) => column.from === from)) {
      faults.push({
        path: ['attainments', 'columns'],
        detail: `leave no column for "${from}", without which Update cannot write a record`,
      })
    }
  }
  return faults
}

function wrongFields(file: MappingFile): Fault[] {
  const fields = file.searchFields ?? []
  return fields.flatMap(({ name, type, values }, at): Fault[] => {
    if (fields.findIndex((other) => other.name === name) < at) {
      return [{ path: ['searchFields', at, 'name'], detail: `"${name}" is there twice` }]
    }
    if (type === 'choice' && values === undefined) {
      return [
        { path: ['searchFields', at], detail: 'is a choice and needs "values" to choose from' },
      ]
    }
    return []
  })
}

/** Texts of LRS are compared without case and outer blanks: two that differ in no more are one. */
function sameTexts({ attainments }: MappingFile): Fault[] {
  return (['types', 'examBoards'] as const).flatMap((table) => {
    const known = new Set<string>()
    return Object.keys(attainments?.[table] ?? {}).flatMap((text): Fault[] => {
      const plain = plainText(text)
      if (!known.has(plain)) {
        known.add(plain)
        return []
      }
      return [{ path: ['attainments', table, text], detail: 'is there twice: case does not count' }]
    })
  })
}
