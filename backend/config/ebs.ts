import { readConnection } from '../database/index.ts'
import type { ConnectionSettings, DatabaseClient } from '../database/index.ts'
import { readMapping } from '../ebs/mapping/index.ts'
import type { Mapping } from '../ebs/mapping/index.ts'
import type { CompareRules } from '../plr/compare/rules/rules.ts'
import { ok, wrong } from './checked.ts'
import type { Checked } from './checked.ts'
import { readNamedFile } from './namedFile.ts'
import { utf8Text } from './utf8.ts'

/** EBS_CONNECTION as the driver of EBS_CLIENT takes it. */
export function readEbsConnection(
  client: DatabaseClient,
  text: string,
): Checked<ConnectionSettings> {
  const read = readConnection(client, text)
  return read.kind === 'settings' ? ok(read.settings) : wrong(`EBS_CONNECTION ${read.detail}`)
}

/** The names of a site's ebs, and the college's comparison rules. */
export interface EbsNames {
  readonly mapping: Mapping
  readonly rules: CompareRules
}

/**
 * The file of EBS_SCHEMA with the rule files that it names; without it the usual names of the engine.
 * @param attainmentType DEFAULT_ATTAINMENT_TYPE
 */
export async function readEbsSchema(
  client: DatabaseClient,
  path: string | undefined,
  attainmentType: string,
): Promise<Checked<EbsNames>> {
  const file = path === undefined ? ok(Buffer.from('{}')) : readNamedFile('EBS_SCHEMA', path)
  if (file.kind === 'wrong') return file
  const text = utf8Text(file.value)
  if (text === undefined) return wrong('EBS_SCHEMA names a file that is not text in UTF-8')
  const read = await readMapping(client, text, path ?? '', { attainmentType })
  return read.kind === 'mapping'
    ? ok(read)
    : wrong(...read.problems.map((problem) => `EBS_SCHEMA: ${problem}`))
}

/** EBS_WRITE=on takes a mapping that says how a new attainment code is made. */
export const writeProblems = (
  write: 'on' | 'off' | undefined,
  { attainmentCode }: Pick<Mapping, 'attainmentCode'>,
): readonly string[] =>
  write === 'on' && attainmentCode === null
    ? [
        'EBS_WRITE is on, but the mapping does not name how a new attainment code is made: name it in the file of EBS_SCHEMA (attainments.code), or set EBS_WRITE=off',
      ]
    : []
