import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { node } from './run.mjs'
import { root } from './root.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const results = join(root, 'test-results')
const jestArgs = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
]

/** A check that is one thing: it passes or fails as a whole. */
async function check(args) {
  const code = await node(args)
  return code === 0 ? one.passed : one.failed
}
const one = {
  passed: { passed: 1, failed: 0, skipped: 0 },
  failed: { passed: 0, failed: 1, skipped: 0 },
}

async function jest(project, args = []) {
  mkdirSync(results, { recursive: true })
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const output = ['--json', `--outputFile=${file}`, '--silent=false', '--reporters=default']
  const code = await node([...jestArgs, '--selectProjects', project, ...output, ...args], {
    // The JSON goes to the file; jest would print it here too.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (!existsSync(file)) return one.failed
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.numRuntimeErrorTestSuites
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  }
}

async function endToEnd() {
  const { buildPane, buildPreview } = await import('./build.mjs')
  const { needBrowser } = await import('./browser.mjs')
  await buildPane()
  await buildPreview()
  mkdirSync(results, { recursive: true })
  const file = join(results, 'end-to-end.json')
  rmSync(file, { force: true })
  const code = await node(
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    { env: { BROWSER_PATH: needBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0' } },
  )
  if (!existsSync(file)) return one.failed
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = stats.unexpected
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
  }
}

/** The steps of `npm test`, in order. */
export const steps = [
  {
    name: 'types (browser)',
    run: () => check(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']),
  },
  {
    name: 'types (node)',
    run: () => check(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json']),
  },
  {
    name: 'lint',
    run: () =>
      check([
        'node_modules/eslint/bin/eslint.js',
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        '.cache/eslint/',
      ]),
  },
  {
    name: 'format',
    run: () =>
      check(['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']),
  },
  {
    name: 'layout',
    run: () =>
      check([
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'contract',
        'src',
        'backend',
        'sandbox',
        'bench',
        'tests',
      ]),
  },
  { name: 'unit', run: () => jest('unit') },
  { name: 'integration', run: () => jest('integration', ['--maxWorkers=2']) },
  { name: 'end to end', run: endToEnd },
]
