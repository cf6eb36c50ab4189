import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import type { DatabaseClient } from '../../database/index.ts'
import type { CompareRules } from '../../plr/compare/rules/rules.ts'
import { buildMapping, type MappingDefaults } from './build.ts'
import { checkMapping } from './check.ts'
import { mappingFile } from './file.ts'
import type { MappingFile } from './file.ts'
import { readJsonc } from './jsonc.ts'
import type { ReadJson } from './jsonc.ts'
import type { Mapping } from './mapping.ts'
import { loadRules } from './rules.ts'

/** A mapping with the college's comparison rules, or everything that is wrong with its files, each with the line at fault. */
export type LoadedMapping =
  | { readonly kind: 'mapping'; readonly mapping: Mapping; readonly rules: CompareRules }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/**
 * Reads the text of a mapping file: JSON in which comments and trailing commas are allowed.
 * @param fileName what problems name, and from whose folder its rule files are read
 */
export async function readMapping(
  client: DatabaseClient,
  text: string,
  fileName: string,
  defaults: MappingDefaults,
): Promise<LoadedMapping> {
  const rulesIn = (rules: MappingFile['rules']) =>
    loadRules(rules, (file) => resolve(dirname(fileName), file))
  const read = readJsonc(text, fileName, mappingFile, (file) => checkMapping(client, file))
  if (read.kind === 'wrong') {
    // What is wrong with the rules is named along with it, where they can be made out at all.
    const alone = readJsonc(text, fileName, rulesAlone)
    const rules = alone.kind === 'value' ? await rulesIn(alone.value.rules) : null
    return { kind: 'wrong', problems: [...read.problems, ...(rules ? problemsOf(rules) : [])] }
  }
  const rules = await rulesIn(read.value.rules)
  return rules.kind === 'wrong'
    ? rules
    : { kind: 'mapping', mapping: buildMapping(client, read.value, defaults), rules: rules.value }
}

const rulesAlone = z.object({ rules: mappingFile.shape.rules })

const problemsOf = (read: ReadJson<unknown>): readonly string[] =>
  read.kind === 'wrong' ? read.problems : []
