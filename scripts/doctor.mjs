/** `npm run doctor`: looks at a configuration without changing anything. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

const fileOption = { environment: { type: 'string' } }

/** `--environment F`: read here, so that Node's own names in it (NODE_EXTRA_CA_CERTS) count too. */
function environmentOf(args) {
  const { values, tokens } = parseArgs({ args, options: fileOption, strict: false, tokens: true })
  const file = values.environment
  if (file === undefined) return { args, env: {} }
  if (typeof file !== 'string') throw new Error('Name a file after --environment.')
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const [at, inline] = tokens
    .filter((token) => token.name === 'environment')
    .map((token) => [token.index, token.inlineValue])[0]
  return {
    args: args.toSpliced(at, inline ? 1 : 2),
    env: parseEnv(readEnvironment(path)),
  }
}

function readEnvironment(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${path} cannot be read. In the sandbox it is there while npm start runs.`)
  }
}

await main(async () => {
  await ensureInstalled()
  const { args, env } = environmentOf(process.argv.slice(2))
  return node(['--import', 'tsx', 'backend/doctor/main.ts', ...args], { env })
})
