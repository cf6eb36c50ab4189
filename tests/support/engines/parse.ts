import { Parser, init } from '@guanmingchiu/sqlparser-ts'

/**
 * What the parser does not know of a dialect, and what it is given instead (docs/engines.md). All else
 * it reads as it is sent.
 */
const unknown = {
  mssql: [
    [/next value for [\w.[\]]+/g, '1'],
    [/fetch next @p\d+ rows/g, 'fetch next 50 rows'],
    [/^(save|rollback) transaction (\[\w+\])$/, 'savepoint $2'],
    [/ on schema::/g, ' on '],
  ],
  oracledb: [
    [/ for update wait 2$/, ' for update'],
    [/ returning (.*) into :\d+$/, ' returning $1'],
    [/^begin :1 := (.*); end;$/, 'select $1 from dual'],
  ],
} as const

await init()

/**
 * Reads statements of an engine as its dialect has them.
 * @returns how many there were
 * @throws where the parser does not understand
 */
export function parse(client: 'mssql' | 'oracledb', text: string): number {
  const readable = unknown[client].reduce<string>(
    (told, [what, instead]) => told.replaceAll(new RegExp(what, 'g'), instead),
    text,
  )
  return Parser.parse(readable, client === 'mssql' ? 'mssql' : 'oracle').length
}
