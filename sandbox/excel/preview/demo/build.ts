import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js')
const config = fileURLToPath(new URL('../webpack.config.js', import.meta.url))

/**
 * Builds the preview as it is shipped.
 * @param folder where to
 * @throws with what webpack says when it cannot be built
 */
export async function buildPreview(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [
    webpack,
    ...['--config', config],
    ...['--output-path', folder],
    ...['--stats', 'errors-only'],
  ])
}
