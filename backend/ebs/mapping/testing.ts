import type { DatabaseClient } from '../../database/index.ts'
import { buildMapping } from './build.ts'
import { mappingFile } from './file.ts'
import type { Mapping } from './mapping.ts'

/** A mapping for tests: the shipped one of the engine with what a file would change. */
export function testMapping(client: DatabaseClient, file: object = {}): Mapping {
  return buildMapping(client, mappingFile.parse(file), { attainmentType: 'PLR' })
}
