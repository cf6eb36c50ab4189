import * as z from 'zod'
import type { DatabaseClient } from '../dialect/dialect.ts'

/** What a driver connects with; each driver checks its own. */
export type ConnectionSettings = Readonly<Record<string, unknown>>

export type ReadConnection =
  | { readonly kind: 'settings'; readonly settings: ConnectionSettings }
  | { readonly kind: 'wrong'; readonly detail: string }

const object = z.record(z.string(), z.unknown())

/**
 * Reads EBS_CONNECTION: a JSON object as the driver takes it, or the engine's usual text:
 * `postgres://…`, `Server=…;Database=…;User Id=…;Password=…`, `user/password@host:1521/service`.
 * What is wrong is said without repeating the text, which holds a password.
 */
export function readConnection(client: DatabaseClient, text: string): ReadConnection {
  if (text.trimStart().startsWith('{')) return readJson(text)
  switch (client) {
    case 'pg':
      return readAddress(text)
    case 'mssql':
      return readPairs(text)
    case 'oracledb':
      return readEasyConnect(text)
  }
}

const settings = (given: ConnectionSettings): ReadConnection => ({
  kind: 'settings',
  settings: given,
})
const wrong = (detail: string): ReadConnection => ({ kind: 'wrong', detail })

function readJson(text: string): ReadConnection {
  try {
    return settings(object.parse(JSON.parse(text)))
  } catch {
    return wrong('starts like JSON and is none: check quotes and commas.')
  }
}

/** The driver takes the path of a socket, and addresses without a host (of the socket's own). */
function readAddress(text: string): ReadConnection {
  const form = /^(\/|socket:|postgres(ql)?:\/\/)/i.exec(text)
  const usable = form?.[0] === '/' || (form && URL.canParse(text.replace('@/', '@localhost/')))
  return usable
    ? settings({ connectionString: text })
    : wrong(
        'is not of the form postgres://user:password@host:5432/database; in user and password write %23 for #, %2F for /, %40 for @ and the like.',
      )
}

const pairNames: Readonly<Record<string, string>> = {
  server: 'server',
  'data source': 'server',
  database: 'database',
  'initial catalog': 'database',
  'user id': 'user',
  uid: 'user',
  password: 'password',
  pwd: 'password',
}

/** One `Name=value`; a value that holds a semicolon stands in quotes, and quotes in it are doubled. */
const pair = /\s*([^=;]*?)\s*(?:=\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;]*?))\s*)?(?:;|$)/g

function readPairs(text: string): ReadConnection {
  const known: Record<string, string> = {}
  const options: Record<string, unknown> = { encrypt: true }
  const parts = [...text.matchAll(pair)].filter(([part]) => !/^\s*;?$/.test(part))
  for (const [at, [, given = '', double, single, bare = '']] of parts.entries()) {
    const key = given.toLowerCase()
    const value = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? bare
    const own = pairNames[key]
    if (own) known[own] = value
    else if (key === 'encrypt') options['encrypt'] = !/^(false|no|optional)$/i.test(value)
    else if (key === 'trustservercertificate')
      options['trustServerCertificate'] = /^(true|yes)$/i.test(value)
    // Its name is not repeated: behind a password with a semicolon it is a piece of that.
    else {
      return wrong(
        `has a part, its number ${at + 1}, that is not known here: use JSON for it, or quotes round a value with a semicolon.`,
      )
    }
  }
  const [server, port] = (known['server'] ?? '').replace(/^tcp:/i, '').split(',')
  if (!server) return wrong('names no Server.')
  if (port && !/^\d+$/.test(port.trim())) return wrong('names a port that is no number.')
  const [host, instanceName] = server.split('\\')
  return settings({
    ...known,
    server: host,
    ...(port ? { port: Number(port) } : {}),
    options: instanceName ? { ...options, instanceName } : options,
  })
}

function readEasyConnect(text: string): ReadConnection {
  const parts = /^([^/]+)\/(.+)@([^@]+)$/s.exec(text)
  if (!parts) return wrong('is not of the form user/password@host:1521/service.')
  return settings({ user: parts[1], password: parts[2], connectString: parts[3] })
}
