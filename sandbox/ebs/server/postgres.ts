import { spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries, type Binaries } from './binaries.ts'
import { isReachable, scratchFolder, serverUser, shortName, type ServerUser } from './serverUser.ts'

export interface Postgres {
  /** Administrator's connection string of the server, database `postgres`. */
  readonly url: string
  stop(): Promise<void>
  /** Removes the database files; the server must be stopped. */
  discard(): Promise<void>
}

const account = { user: 'sandbox', password: 'sandbox' }

/**
 * Runs PostgreSQL on a folder: makes the database files when there are none yet and ends a server
 * that an earlier, killed run left behind on them. Listens on 127.0.0.1 alone; everything in it is
 * synthetic.
 * @param port null takes a free one
 */
export async function startPostgres(folder: string, port: number | null): Promise<Postgres> {
  const user = await serverUser()
  const binaries = await findBinaries(user)
  const home = await homeOf(folder, user)
  const data = join(home, 'data')
  await endLeftOver(data, binaries, user)
  if (!(await exists(join(data, 'PG_VERSION')))) await initialise(data, home, binaries, user)
  const taken = port ?? (await freePort())
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300']
  const flags = options.map((option) => `-c ${option}`).join(' ')
  const log = join(home, 'server.log')
  await control(binaries, user, log, [
    '-D',
    data,
    '-w',
    '-o',
    `-p ${taken} ${flags}`,
    '-l',
    log,
    'start',
  ])
  return {
    url: urlOf(taken),
    stop: () => control(binaries, user, log, ['-D', data, '-w', '-m', 'fast', 'stop']),
    discard: async () => {
      await rm(home, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const urlOf = (port: number) =>
  `postgres://${account.user}:${account.password}@127.0.0.1:${port}/postgres`

/** The folder itself, or one that the server's user can reach in its stead. */
async function homeOf(folder: string, user: ServerUser): Promise<string> {
  await mkdir(folder, { recursive: true })
  const home = (await isReachable(folder, user))
    ? folder
    : join(await scratchFolder(), shortName(folder))
  await mkdir(home, { recursive: true })
  if (user.kind === 'other') await chown(home, user.uid, user.gid)
  return home
}

async function initialise(data: string, home: string, binaries: Binaries, user: ServerUser) {
  const passwordFile = join(home, 'password')
  const file = await open(passwordFile, 'w', 0o644)
  await file.writeFile(account.password)
  await file.close()
  await rm(data, { recursive: true, force: true })
  const how = ['--auth=scram-sha-256', `--username=${account.user}`, `--pwfile=${passwordFile}`]
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB']
  await run(binaries.initdb, [`--pgdata=${data}`, ...how, ...language, '--no-sync'], user)
  await rm(passwordFile)
}

/** Stops a server on these files that a killed run left behind, once it has said that it is theirs. */
async function endLeftOver(data: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const pidFile = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null)
  if (pidFile === null) return
  const port = Number(pidFile.split('\n')[3])
  if ((await dataDirectoryAt(port)) !== data) return
  await run(binaries.pg_ctl, ['-D', data, '-w', '-m', 'fast', 'stop'], user)
}

async function dataDirectoryAt(port: number): Promise<string | null> {
  const client = new pg.Client({ connectionString: urlOf(port), connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const answer = await client.query<{ data_directory: string }>('show data_directory')
    return answer.rows[0]?.data_directory ?? null
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Runs pg_ctl; when it fails, the error carries the last lines of the server's own log. */
async function control(binaries: Binaries, user: ServerUser, log: string, args: string[]) {
  try {
    await run(binaries.pg_ctl, args, user)
  } catch (cause) {
    const said = await readFile(log, 'utf8').catch(() => '')
    throw new Error(`PostgreSQL did not obey. ${said.slice(-800)}`, { cause })
  }
}

async function run(program: string, args: readonly string[], user: ServerUser): Promise<void> {
  const ids = user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}
  // Nothing is piped: the server would inherit the pipe and hold it open.
  const child = spawn(program, args, { ...ids, stdio: 'ignore', windowsHide: true, cwd: '/' })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with status ${code}.`))
    })
  })
}

const exists = async (path: string) => (await stat(path).catch(() => null)) !== null

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('No free port was found.'))
      })
    })
  })
}
