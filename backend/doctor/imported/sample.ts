import { concat, dialectOf, name, sql } from '../../database/index.ts'
import type { Sql } from '../../database/index.ts'
import { column, from, ofInstitution } from '../../ebs/mapping/index.ts'
import type { Mapping } from '../../ebs/mapping/index.ts'
import type { SiteColumn } from '../catalogue/read.ts'
import { readCounts } from '../ebs/count.ts'
import { holds } from '../ebs/columnType.ts'
import type { Site } from '../ebs/site.ts'

/** Most records that are looked at: the newest ones. */
const sampleSize = 200

/** How ebs's own import filled a column of the sample: counts, and a value only where it is a code. */
export interface FilledColumn {
  /** The site's name of the column. */
  readonly column: string
  readonly filled: number
  /** How many different values there are. */
  readonly different: number
  /** The one value of a column of codes; null when there are several, or when it could be personal. */
  readonly constant: string | null
}

export interface ImportSample {
  readonly records: number
  readonly columns: readonly FilledColumn[]
}

/** Columns whose value is a code of the college and says nothing of a person. */
const codeColumns = [
  'ATYPE_ATTAINMENT_TYPE_CODE',
  'SOURCE',
  'FES_EXAM_TYPE',
  'FES_THIS_INST',
  'LOCAL_QOE',
  'AWARD_STATUS',
  'ORGANISATION_TYPE',
  'CATS_LEVEL',
  'GRADING_SCHEME_ID',
  'CONFIGURABLE_STATUS_ID',
  'INSTITUTION_CONTEXT_ID',
]

/** Counts in the database how ebs's own import filled its records; no value of a learner leaves it. */
export async function readSample({
  database,
  mapping,
  columnsOf,
  readable,
  key,
}: Site): Promise<ImportSample> {
  const columns = columnsOf('ATTAINMENTS').filter((each) => countable(each) && readable(each))
  const codes = new Set(codeColumns.map((each) => key(mapping.column('ATTAINMENTS', each))))
  const figures = columns.flatMap((each, at) => {
    const value = filledValue(mapping, each)
    return [
      sql`count(${value}) as ${name(`f${at}`)}`,
      sql`count(distinct ${value}) as ${name(`d${at}`)}`,
    ]
  })
  const [row] = await database.read(
    sql`select count(*) as ${name('records')}, ${concat(figures, ', ')} from ${sampleOf(mapping)}`,
  )
  const counts = readCounts(row)
  const filled = columns.map((each, at) => ({
    column: each.column,
    filled: counts[`f${at}`] ?? 0,
    different: counts[`d${at}`] ?? 0,
  }))
  const constants = await readConstants(
    { database, mapping },
    columns.filter((each, at) => codes.has(key(each.column)) && filled[at]?.different === 1),
  )
  return {
    records: counts['records'] ?? 0,
    columns: filled.map((each) => ({ ...each, constant: constants.get(each.column) ?? null })),
  }
}

/** How many records of the sample some rows of another table refer to. */
export async function countReferredTo(
  { database, mapping }: Site,
  table: string,
  referring: string,
): Promise<number> {
  const code = name('s', mapping.column('ATTAINMENTS', 'ATTAINMENT_CODE'))
  const [row] = await database.read(
    sql`select count(*) as ${name('records')} from ${sampleOf(mapping)} where exists (select 1 from ${name(table)} ${name('c')} where ${name('c', referring)} = ${code})`,
  )
  return readCounts(row)['records'] ?? 0
}

function sampleOf(mapping: Mapping): Sql {
  const own = (ebsName: string) => column(mapping, 'ATTAINMENTS', 'a', ebsName)
  const scope = ofInstitution(mapping, 'ATTAINMENTS', 'a').map((test) => sql` and ${test}`)
  return sql`(select * from ${from(mapping, 'ATTAINMENTS', 'a')} where ${own('SOURCE')} = ${mapping.attainment.source}${concat(scope, '')} order by ${own('ATTAINMENT_CODE')} desc offset 0 rows fetch next ${sampleSize} rows only) ${name('s')}`
}

async function readConstants(
  { database, mapping }: Pick<Site, 'database' | 'mapping'>,
  columns: readonly SiteColumn[],
): Promise<ReadonlyMap<string, string>> {
  if (columns.length === 0) return new Map()
  const least = columns.map(
    (each) => sql`min(${filledValue(mapping, each)}) as ${name(each.column)}`,
  )
  const [row = {}] = await database.read(
    sql`select ${concat(least, ', ')} from ${sampleOf(mapping)}`,
  )
  return new Map(columns.map(({ column: own }) => [own, String(row[own])]))
}

/** A column's value in the sample; an empty text is an empty value. */
function filledValue(mapping: Mapping, each: SiteColumn): Sql {
  const own = name('s', each.column)
  const { emptyIsNull } = dialectOf(mapping.client)
  return holds(each, 'text') && !emptyIsNull ? sql`nullif(${own}, '')` : own
}

/** Long texts and what is no text, number or date cannot be counted apart. */
const countable = (each: SiteColumn): boolean =>
  (holds(each, 'text') && !/text|clob/i.test(each.type)) ||
  holds(each, 'number') ||
  holds(each, 'day')
