/**
 * Runs a command's work; an error becomes one sentence and exit code 1.
 * @param {() => Promise<number | void>} work gives the exit code; nothing means 0
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
