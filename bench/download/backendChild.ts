/**
 * The backend in a process of its own that tells, when asked, what it has used: heap after a collection,
 * and CPU since its start. Ends with its parent.
 */
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ heap: process.memoryUsage().heapUsed, user: process.cpuUsage().user })
})
process.on('disconnect', () => process.exit())
// A backend that refuses to start shall end.
process.channel?.unref()
await import('../../backend/main.ts')
