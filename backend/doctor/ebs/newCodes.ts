import * as z from 'zod'
import { dialectOf, name, sql } from '../../database/index.ts'
import type { DatabaseClient } from '../../database/index.ts'
import { column, from } from '../../ebs/mapping/index.ts'
import type { TableName } from '../catalogue/catalogue.ts'
import { note, ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import type { Site } from './site.ts'
import { splitName, tableName } from './site.ts'

const where = 'attainments.code in EBS_SCHEMA'

/** Whether the way in which a new attainment code is made is there and may be used. */
export async function checkNewCodes(site: Site): Promise<readonly Finding[]> {
  const rule = site.mapping.attainmentCode
  const serious = site.writing ? problem : warning
  if (rule === null) {
    return [
      (site.writing ? problem : note)(
        'The mapping does not say how a new attainment code is made',
        'Nothing can be inserted; everything else works with EBS_WRITE=off.',
        `Ask Tribal or the DBA how ebs numbers ATTAINMENTS, and name it under ${where}.`,
      ),
    ]
  }
  if ('generated' in rule) return generated(site)
  if ('counter' in rule) {
    return [
      note(
        `New attainment codes come from the counter ${rule.counter.table}.${rule.counter.column}`,
        'Whether ebs locks the same row is seen only by a test in which both insert at once.',
        'npm run doctor -- --try-write takes a code and gives it back.',
      ),
    ]
  }
  const kind = 'sequence' in rule ? 'sequence' : 'procedure'
  const path = 'sequence' in rule ? rule.sequence : rule.procedure
  const given = kind === 'procedure' ? splitCall(site.mapping.client, path) : splitName(path)
  const own = { ...given, owner: given.owner || tableName(site.mapping, 'ATTAINMENTS').owner }
  const found = await site.catalogue.codeSource(kind, own)
  if (found === undefined || !found.allowed) {
    return [
      serious(
        `The ${kind} ${path} is not there, or the account may not use it`,
        null,
        `Grant it (npm run doctor -- --sql), or correct ${where}.`,
      ),
    ]
  }
  if (found.last === null) return [ok(`New attainment codes come from the ${kind} ${path}`)]
  return [judgeSequence(path, BigInt(found.last), await highestCode(site))]
}

/** `OWNER.PACKAGE.FUNCTION` of Oracle: a function of a package is called by both names. */
export function splitCall(client: DatabaseClient, path: string): TableName {
  const [owner = '', ...called] = path.split('.')
  return client === 'oracledb' && called.length > 1
    ? { owner, table: called.join('.') }
    : splitName(path)
}

function generated(site: Site): readonly Finding[] {
  const code = site.column('ATTAINMENTS', 'ATTAINMENT_CODE')
  return [
    code === undefined || code.filled
      ? ok('The database makes new attainment codes by itself')
      : note(
          'ATTAINMENT_CODE has no default and is no identity: a trigger must make new codes',
          'The triggers are listed below.',
          'npm run doctor -- --try-write shows whether one does.',
        ),
  ]
}

/** A sequence that lags behind the codes in use is not the one that ebs takes them from. */
export function judgeSequence(path: string, last: bigint, highest: bigint): Finding {
  return last < highest
    ? warning(
        `The sequence ${path} stands at ${last}, and ATTAINMENTS already holds ${highest}`,
        'It is perhaps not the one that ebs takes its codes from; an insert could meet a code in use.',
        `Ask how ebs numbers ATTAINMENTS, and correct ${where}.`,
      )
    : ok(`New attainment codes come from the sequence ${path}`)
}

async function highestCode({ database, mapping }: Site): Promise<bigint> {
  const code = column(mapping, 'ATTAINMENTS', 'a', 'ATTAINMENT_CODE')
  const [row] = await database.read(
    sql`select ${dialectOf(mapping.client).numberText(sql`coalesce(max(${code}), 0)`)} as ${name('highest')} from ${from(mapping, 'ATTAINMENTS', 'a')}`,
  )
  return z.object({ highest: z.coerce.bigint() }).parse(row).highest
}
