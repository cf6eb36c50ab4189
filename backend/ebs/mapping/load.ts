import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DatabaseClient } from '../../database/index.ts'
import type { CompareRules } from '../../plr/compare/rules/rules.ts'
import { buildMapping, type MappingDefaults } from './build.ts'
import { checkMapping } from './check.ts'
import { mappingFile } from './file.ts'
import { readJsonc } from './jsonc.ts'
import type { Mapping } from './mapping.ts'
import { loadRules } from './rules.ts'

/** A mapping with the college's comparison rules, or everything that is wrong with its files, each with the line at fault. */
export type LoadedMapping =
  | { readonly kind: 'mapping'; readonly mapping: Mapping; readonly rules: CompareRules }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/**
 * The schema mapping of a site.
 * @param path EBS_SCHEMA; without it the shipped default of the engine
 */
export async function loadMapping(
  client: DatabaseClient,
  path: string | undefined,
  defaults: MappingDefaults,
): Promise<LoadedMapping> {
  const text = path === undefined ? '{}' : await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { kind: 'wrong', problems: [`${path} (EBS_SCHEMA) cannot be read.`] }
  return readMapping(client, text, path ?? '', defaults)
}

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
  const read = readJsonc(text, fileName, mappingFile, (file) => checkMapping(client, file))
  if (read.kind === 'wrong') return read
  const mapping = buildMapping(client, read.value, defaults)
  const rules = await loadRules(read.value.rules, (file) => resolve(dirname(fileName), file))
  return rules.kind === 'wrong' ? rules : { kind: 'mapping', mapping, rules: rules.value }
}
