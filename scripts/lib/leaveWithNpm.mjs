import { clearInterval, setInterval } from 'node:timers'

/** How often we look whether who started us is still there. */
const everyMs = 500

/**
 * Stops this process as SIGTERM does once npm has gone: npm hands a signal to the shell between us,
 * which ends without passing it on, and we would serve on with nobody to stop us. Without npm the
 * parent may go as it likes.
 */
export function leaveWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  watch.unref()
}
