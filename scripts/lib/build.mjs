import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { node } from './run.mjs'
import { root } from './root.mjs'
import { unlessFresh } from './stale.mjs'

const shared = ['contract', 'package-lock.json', 'tsconfig.base.json']
const pages = [
  'src/taskpane/taskpane.html',
  'src/api/signin/redirect.html',
  'src/api/signin/dialog.html',
  'src/api/signin/relay.html',
  'src/office/conformance/conformance.html',
]

async function must(what, args) {
  const code = await node(args)
  if (code !== 0) throw new Error(`${what} could not be built; the reason stands above.`)
}

const webpack = (config) => [
  'node_modules/webpack/bin/webpack.js',
  '--config',
  config,
  '--mode',
  'production',
  '--stats',
  'errors-warnings',
]

/** The pane: `dist/pane/pages` and `dist/pane/assets`. */
export function buildPane() {
  return unlessFresh({
    name: 'pane',
    sources: [...shared, 'src', 'webpack.config.js'],
    output: 'dist/pane/pages/taskpane.html',
    async make() {
      await must('The pane', webpack('webpack.config.js'))
      const folder = join(root, 'dist/pane/pages')
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const page of pages) copyFileSync(join(root, page), join(folder, basename(page)))
      cpSync(join(root, 'src/assets'), join(root, 'dist/pane/assets'), { recursive: true })
    },
  })
}

/** The workbook preview of the sandbox: `.cache/preview`. */
export function buildPreview() {
  return unlessFresh({
    name: 'preview',
    sources: [...shared, 'sandbox/excel'],
    output: '.cache/preview/preview.html',
    make: () => must('The workbook preview', webpack('sandbox/excel/preview/webpack.config.js')),
  })
}

/** The backend as plain JavaScript: `dist/server`. */
export function buildServer() {
  return unlessFresh({
    name: 'backend',
    sources: [...shared, 'backend', 'tsconfig.build.json'],
    output: 'dist/server/backend/main.js',
    async make() {
      rmSync(join(root, 'dist/server'), { recursive: true, force: true })
      await must('The backend', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
    },
  })
}

const sandboxAddress = 'https://localhost:3000'

/** `dist/manifest.xml`: the manifest for the address people and Excel use. */
export function writeManifest(publicUrl) {
  const address = new URL(publicUrl)
  if (address.protocol !== 'https:') throw new Error('PUBLIC_URL must be an https:// address.')
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const base = publicUrl.replace(/\/$/, '')
  writeFileSync(join(root, 'dist/manifest.xml'), manifest.replaceAll(sandboxAddress, base))
}
