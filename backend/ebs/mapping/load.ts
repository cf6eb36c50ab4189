import { readFile } from 'node:fs/promises'
import {
  findNodeAtLocation,
  parseTree,
  getNodeValue,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import type { core } from 'zod'
import type { DatabaseClient } from '../../database/index.ts'
import { buildMapping, type MappingDefaults } from './build.ts'
import { checkMapping, type Fault } from './check.ts'
import { mappingFile } from './file.ts'
import type { Mapping } from './mapping.ts'

/** A mapping, or everything that is wrong with its file, each with the line at fault. */
export type LoadedMapping =
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
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
  if (path === undefined) return { kind: 'mapping', mapping: buildMapping(client, {}, defaults) }
  try {
    return readMapping(client, await readFile(path, 'utf8'), path, defaults)
  } catch {
    return { kind: 'wrong', problems: [`${path} (EBS_SCHEMA) cannot be read.`] }
  }
}

/** Reads the text of a mapping file: JSON in which comments and trailing commas are allowed. */
export function readMapping(
  client: DatabaseClient,
  text: string,
  fileName: string,
  defaults: MappingDefaults,
): LoadedMapping {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || tree === undefined) {
    const problems = errors.map(({ error, offset }) =>
      line(text, fileName, offset, `is no JSON: ${printParseErrorCode(error)}`),
    )
    return { kind: 'wrong', problems }
  }
  const parsed = mappingFile.safeParse(getNodeValue(tree))
  const faults = parsed.success
    ? checkMapping(client, parsed.data)
    : parsed.error.issues.flatMap(faultsOf)
  if (parsed.success && faults.length === 0) {
    return { kind: 'mapping', mapping: buildMapping(client, parsed.data, defaults) }
  }
  return {
    kind: 'wrong',
    problems: faults.map(({ path, detail }) =>
      line(text, fileName, offsetOf(tree, path), `${path.join('.')} ${detail}`),
    ),
  }
}

/** Of a choice between shapes the issues of the nearest shape; of unknown names each name. */
function faultsOf(issue: core.$ZodIssue): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], detail: 'is not a name known here' }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((one, other) => (other.length < one.length ? other : one))
    return nearest.flatMap(faultsOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }))
  }
  return [{ path, detail: `is wrong: ${issue.message}` }]
}

/** Where a value stands, or the nearest thing around it that is there. */
function offsetOf(tree: Node, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    // Of a property the name, which is where people look.
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return tree.offset
}

function line(text: string, fileName: string, offset: number, problem: string): string {
  return `${fileName}, line ${text.slice(0, offset).split('\n').length}: ${problem}.`
}
