import * as z from 'zod'
import { dialectOf, name, sql } from '../../database/index.ts'
import type { Database } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import type { Mapping, TableId } from '../../ebs/mapping/index.ts'
import { note, ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'

/** Codes that the configuration names, and where ebs should know them from. */
interface CodeList {
  readonly what: string
  readonly codes: readonly string[]
  /** Domains of VERIFIERS that hold such codes, by their name; sites name them themselves. */
  readonly domain: RegExp
  /** The column whose records show that a code is in use. */
  readonly used: { readonly table: TableId; readonly column: string }
  /** Without it records are written that ebs does not understand. */
  readonly written: boolean
}

/** Whether each code that mapping and environment name exists in ebs and is active. */
export async function checkCodes(site: Site): Promise<readonly Finding[]> {
  const readable = ['RV_DOMAIN', 'LOW_VALUE', 'FES_ACTIVE'].every((each) =>
    site.may('SELECT', 'VERIFIERS', each),
  )
  const findings: Finding[] = readable
    ? []
    : [note('VERIFIERS cannot be read, so codes are looked up in records alone')]
  for (const list of codeLists(site.mapping)) {
    if (list.codes.length === 0) continue
    const verifiers = readable ? await readVerifiers(site, list.codes) : []
    const used = await readUsed(site, list)
    findings.push(...judgeCodes(list, site.mapping.active.yes, verifiers, used))
  }
  return findings
}

function codeLists(mapping: Mapping): readonly CodeList[] {
  const { defaultType, types, examBoards } = mapping.attainment
  return [
    {
      what: 'Attainment type',
      codes: [...new Set([defaultType, ...Object.values(types)])],
      domain: /attain/i,
      used: { table: 'ATTAINMENTS', column: 'ATYPE_ATTAINMENT_TYPE_CODE' },
      written: true,
    },
    {
      what: 'Exam board',
      codes: [...new Set(Object.values(examBoards))],
      domain: /board|award/i,
      used: { table: 'ATTAINMENTS', column: 'FES_EXAM_BOARD' },
      written: true,
    },
    {
      what: 'Enrolment status',
      codes: mapping.enrolmentStatus.map(({ value }) => value),
      domain: /progress|status/i,
      used: { table: 'PEOPLE_UNITS', column: 'PROGRESS_STATUS' },
      written: false,
    },
    {
      what: 'Sex',
      codes: mapping.sex.map(({ value }) => value),
      domain: /sex|gender/i,
      used: { table: 'PEOPLE', column: 'SEX' },
      written: false,
    },
  ]
}

const verifierRow = z.object({
  domain: z.string(),
  code: z.string(),
  active: z.string().nullable(),
})
type Verifier = z.infer<typeof verifierRow>
const usedRow = z.object({ code: z.string(), records: z.coerce.number() })

async function readVerifiers(
  { database, mapping }: Site,
  codes: readonly string[],
): Promise<readonly Verifier[]> {
  const own = (ebsName: string) => column(mapping, 'VERIFIERS', 'v', ebsName)
  const rows = await database.read(
    sql`select ${own('RV_DOMAIN')} as ${name('domain')}, ${own('LOW_VALUE')} as ${name('code')}, ${own('FES_ACTIVE')} as ${name('active')} from ${from(mapping, 'VERIFIERS', 'v')} where ${dialectOf(mapping.client).textIn(own('LOW_VALUE'), codes)} order by 1, 2`,
  )
  return verifierRow.array().parse(rows)
}

async function readUsed(
  site: Site,
  { codes, used }: CodeList,
): Promise<ReadonlyMap<string, number>> {
  if (!site.may('SELECT', used.table, used.column)) return new Map()
  return countUsed(site.database, site.mapping, used, codes)
}

async function countUsed(
  database: Database,
  mapping: Mapping,
  { table, column: ebsName }: CodeList['used'],
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const own = column(mapping, table, 't', ebsName)
  const rows = await database.read(
    sql`select ${own} as ${name('code')}, count(*) as ${name('records')} from ${from(mapping, table, 't')} where ${dialectOf(mapping.client).textIn(own, codes)} group by ${own}`,
  )
  return new Map(
    usedRow
      .array()
      .parse(rows)
      .map(({ code, records }) => [code, records]),
  )
}

/**
 * Judges codes by VERIFIERS first (a domain whose name fits), then by the records that use them.
 * Codes count letter by letter; what differs in upper and lower case alone is said.
 */
export function judgeCodes(
  list: Pick<CodeList, 'what' | 'codes' | 'domain' | 'written'>,
  active: string,
  verifiers: readonly Verifier[],
  used: ReadonlyMap<string, number>,
): readonly Finding[] {
  const { what, codes, domain, written } = list
  const serious = written ? problem : warning
  return codes.map((code): Finding => {
    const own = verifiers.filter((each) => each.code === code)
    const fitting = own.filter((each) => domain.test(each.domain))
    const records = used.get(code) ?? 0
    const domains = fitting.map((each) => each.domain).join(', ')
    const change = `Set it active in ebs, or name another code in the configuration.`
    if (fitting.some((each) => each.active === null || each.active === active)) {
      return ok(`${what} ${code} exists and is active`, `VERIFIERS, domain ${domains}`)
    }
    if (fitting.length > 0) {
      return serious(`${what} ${code} is not active`, `VERIFIERS, domain ${domains}`, change)
    }
    if (records > 0) {
      return note(
        `${what} ${code} is in no fitting domain of VERIFIERS, and ${records} records use it`,
        own.length > 0 ? `It is in: ${own.map((each) => each.domain).join(', ')}` : null,
      )
    }
    const other = verifiers.find((each) => each.code.toLowerCase() === code.toLowerCase())
    return serious(
      `${what} ${code} is not known to ebs`,
      other && other.code !== code ? `ebs has ${other.code}: upper and lower case count.` : null,
      'Name a code that ebs has: DEFAULT_ATTAINMENT_TYPE, or EBS_SCHEMA.',
    )
  })
}
