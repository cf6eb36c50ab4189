import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { keeperLine, lockName, type KeeperLine, type KeeperOrder } from './order.ts'

/** A server that stays up as long as it is held. */
export interface Held {
  readonly url: string
  /** Lets go; of a server that does not linger it resolves when the server has stopped. */
  release(): Promise<void>
}

const patienceMs = 60_000
const inUsePatienceMs = 10_000

/** Holds the server of a folder, starting its keeper when there is none. */
export async function holdServer(order: KeeperOrder): Promise<Held> {
  const since = Date.now()
  let asked = 0
  for (;;) {
    const met = await meetKeeper(order.folder)
    if (met && 'url' in met.line) return { url: met.line.url, release: () => letGo(met.socket) }
    met?.socket.destroy()
    const waited = Date.now() - since
    if (met && 'failed' in met.line)
      throw new Error(`The database server did not start. ${met.line.failed}`)
    if (met && waited > inUsePatienceMs) {
      throw new Error(`Another run uses the database in ${order.folder}. Stop that one first.`)
    }
    if (waited > patienceMs) throw new Error('The database server did not start within a minute.')
    if (!met && Date.now() - asked > 5_000) {
      asked = Date.now()
      startKeeper(order)
    }
    await sleep(40)
  }
}

function startKeeper(order: KeeperOrder): void {
  const program = fileURLToPath(new URL('./keeper.ts', import.meta.url))
  // Of its own session: Ctrl-C and signals to our group are for us, who then let go in order.
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), program, JSON.stringify(order)],
    {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  )
  child.unref()
}

/** The keeper's line and the connection that holds the server; null when no keeper answers. */
function meetKeeper(folder: string): Promise<{ socket: Socket; line: KeeperLine } | null> {
  return new Promise((resolve) => {
    const socket = connect(lockName(folder))
    let text = ''
    socket.setEncoding('utf8')
    socket.once('error', () => resolve(null))
    socket.once('close', () => resolve(null))
    socket.on('data', (part: string) => {
      text += part
      if (!text.includes('\n')) return
      socket.unref()
      resolve({ socket, line: keeperLine.parse(JSON.parse(text)) })
    })
  })
}

function letGo(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.ref()
    socket.once('close', () => resolve())
    socket.end()
  })
}
