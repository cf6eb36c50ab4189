import type { Mapping } from '../../ebs/mapping/index.ts'
import { writtenColumns } from '../ebs/needs.ts'
import { note, ok, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { FilledColumn, ImportSample } from './sample.ts'

/** From this share of the records on a column counts as one that the import fills. */
const nearlyAll = 0.9

/** Columns that each writer fills for itself, whoever it is. */
const keys = ['ATTAINMENT_CODE', 'CREATED_BY', 'CREATED_DATE', 'UPDATED_BY', 'UPDATED_DATE']

/** How ebs's own import filled each column, and where the mapping would write otherwise. */
export function judgeSample(sample: ImportSample, mapping: Mapping): readonly Finding[] {
  const site = (ebsName: string) => mapping.column('ATTAINMENTS', ebsName)
  const ours = new Set(writtenColumns(mapping).inserted.map(site))
  const own = new Set(keys.map(site))
  const others = sample.columns.filter(({ column }) => !own.has(column))
  const filled = others.filter((each) => each.filled > 0)
  const never = sample.columns.filter((each) => each.filled === 0).map(({ column }) => column)
  const missing = filled.filter(({ column }) => !ours.has(column))
  const alone = others.filter(({ column, filled: count }) => ours.has(column) && count === 0)
  return [
    ok(
      `ebs’s own import filled ${sample.records} records (the newest, at most 200) like this`,
      [
        ...sample.columns.filter((each) => each.filled > 0).map((each) => described(sample, each)),
        `never filled: ${never.join(', ') || 'none'}`,
      ].join('\n'),
    ),
    ...missing.map((each) =>
      (each.filled >= sample.records * nearlyAll ? warning : note)(
        `The import fills ${described(sample, each)}; our mapping does not`,
        null,
        'If the college’s reports read it, add it in EBS_SCHEMA under attainments.columns or constants.',
      ),
    ),
    ...alone.map(({ column }) =>
      note(`Our mapping fills ${column}; the import never did`, null, null),
    ),
    ...constants(sample, mapping, site),
  ]
}

function described(
  { records }: ImportSample,
  { column, filled, different, constant }: FilledColumn,
): string {
  const often = filled === records ? 'always' : `${filled} of ${records}`
  const values =
    constant !== null
      ? `always ${constant}`
      : `${different} different value${different === 1 ? '' : 's'}`
  return filled === records && constant !== null
    ? `${column}: ${values}`
    : `${column}: ${often}, ${values}`
}

/** Where the import always writes one code and our mapping would write another. */
function constants(
  { columns }: ImportSample,
  { attainment, attainmentConstants, institutionContext }: Mapping,
  site: (ebsName: string) => string,
): Finding[] {
  const types = new Set([attainment.defaultType, ...Object.values(attainment.types)])
  const wanted: readonly (readonly [string, ReadonlySet<string>])[] = [
    ['ATYPE_ATTAINMENT_TYPE_CODE', types],
    ...Object.entries(attainmentConstants).map(
      ([column, value]) => [column, new Set([String(value)])] as const,
    ),
    ...(institutionContext
      ? [[institutionContext.column, new Set([institutionContext.value])] as const]
      : []),
  ]
  return wanted.flatMap(([ebsName, values]) => {
    const seen = columns.find(({ column }) => column === site(ebsName))?.constant ?? null
    if (seen === null || values.has(seen)) return []
    return [
      warning(
        `The import always writes ${seen} into ${site(ebsName)}; our mapping writes ${[...values].join(' or ')}`,
        'Reports that look for the one do not find the other.',
        'Correct DEFAULT_ATTAINMENT_TYPE or EBS_SCHEMA, unless the difference is wanted.',
      ),
    ]
  })
}
