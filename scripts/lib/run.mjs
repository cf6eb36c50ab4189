import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './root.mjs'

const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a Node program in the checkout to its end; signals that reach us are passed on.
 * @param {string[]} args arguments of `node`
 * @param {{ env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export function node(args, options = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...options.env },
  })
  const passOn = (signal) => child.kill(signal)
  for (const signal of stopping) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of stopping) process.off(name, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
