import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {typeof import('./run.mjs').node} Start runs a Node program, wherever its words go
 */

const results = join(root, 'test-results')
const beforeBrowserTests = 'scripts/lib/beforeBrowserTests.mjs'
const jestArgs = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
]

/** A check that is one thing: it passes or fails as a whole. */
const check =
  (...args) =>
  async (start) =>
    (await start(args)) === 0 ? one.passed : one.failed
const one = {
  passed: { passed: 1, failed: 0, skipped: 0 },
  failed: { passed: 0, failed: 1, skipped: 0 },
}

const jest = (project, workers) => async (start) => {
  mkdirSync(results, { recursive: true })
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const output = ['--json', `--outputFile=${file}`, '--silent=false', '--reporters=default']
  const code = await start(
    [...jestArgs, '--selectProjects', project, `--maxWorkers=${workers}`, ...output],
    // The JSON goes to the file; jest would print it here too.
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
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

const endToEnd = async (start) => {
  if ((await start([beforeBrowserTests])) !== 0) return one.failed
  mkdirSync(results, { recursive: true })
  const file = join(results, 'end-to-end.json')
  rmSync(file, { force: true })
  const code = await start(
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0' } },
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

/**
 * The steps of `npm test`. Those that use every core run alone, in this order; the others run before
 * them, side by side, the longest first.
 * @type {{ name: string, everyCore?: true, run: (start: Start) => Promise<Count> }[]}
 */
export const steps = [
  {
    name: 'lint',
    run: check(
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-location=.cache/eslint/',
    ),
  },
  {
    name: 'types (node)',
    run: check('node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'),
  },
  { name: 'types (browser)', run: check('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'build', run: check(beforeBrowserTests) },
  {
    name: 'format',
    run: check('node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn'),
  },
  {
    name: 'layout',
    run: check(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config=.dependency-cruiser.cjs',
      'contract',
      'src',
      'backend',
      'sandbox',
      'bench',
      'tests',
    ),
  },
  { name: 'unit', everyCore: true, run: jest('unit', '100%') },
  // One more than the smallest machine has cores: these tests wait a lot, for databases and processes.
  { name: 'integration', everyCore: true, run: jest('integration', 3) },
  { name: 'end to end', everyCore: true, run: endToEnd },
]
