import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'

function* filesBelow(path) {
  const whole = join(root, path)
  if (!existsSync(whole)) return
  if (statSync(whole).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(whole).sort()) yield* filesBelow(`${path}/${name}`)
}

function digestOf(sources) {
  const digest = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(source)) {
      digest.update(`${file}\0`).update(readFileSync(join(root, file)))
    }
  }
  return digest.digest('hex')
}

/**
 * Runs `make` unless its output was made from the very same sources.
 * @param {{ name: string, sources: string[], output: string, make: () => Promise<void> }} job
 *   `output` is the file that shows that the output is there
 */
export async function unlessFresh({ name, sources, output, make }) {
  const stamp = join(root, '.cache/stamps', name)
  const wanted = digestOf(sources)
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (made === wanted && existsSync(join(root, output))) return
  console.log(`Building ${name}…`)
  await make()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
