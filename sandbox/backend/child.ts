/**
 * Runs the backend in this process and ends it with the one that started it: that one holds the other
 * end of our standard input, which closes however it ends, `kill -9` included.
 * Argument: the backend's main module, as a file URL.
 */
const patienceMs = 9_000

process.stdin.resume()
process.stdin.unref()
process.stdin.on('end', () => {
  setTimeout(() => process.exit(1), patienceMs).unref()
  process.kill(process.pid, 'SIGTERM')
})

const [, , main] = process.argv
if (main === undefined) throw new Error('Name the backend’s main module.')
await import(main)
