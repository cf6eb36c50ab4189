import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './root.mjs'

/** The signals that ask a program to stop. */
export const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a Node program in the checkout to its end; signals that reach us are passed on.
 * @param {string[]} args arguments of `node`
 * @param {{
 *   env?: Record<string, string | undefined>,
 *   stdio?: import('node:child_process').StdioOptions,
 *   hear?: (text: string) => void,
 * }} [options] `hear` takes what it prints, in place of the screen
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export function node(args, options = {}) {
  const { hear } = options
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : (options.stdio ?? 'inherit'),
    env: { ...process.env, ...options.env },
  })
  if (hear)
    for (const said of [child.stdout, child.stderr]) said.setEncoding('utf8').on('data', hear)
  const passOn = (signal) => child.kill(signal)
  for (const signal of stopping) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const name of stopping) process.off(name, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
