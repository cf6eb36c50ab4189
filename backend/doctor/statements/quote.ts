import type { DatabaseClient } from '../../database/index.ts'

/** A name as the engine's own statements quote it. */
export function quoted(client: DatabaseClient, name: string): string {
  return client === 'mssql' ? `[${name.replaceAll(']', ']]')}]` : `"${name.replaceAll('"', '""')}"`
}

/** `OWNER.NAME`, each part quoted. */
export const quotedPath = (client: DatabaseClient, path: string): string =>
  path
    .split('.')
    .map((part) => quoted(client, part))
    .join('.')
