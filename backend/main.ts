/** The backend as a process: reads its environment, serves until SIGTERM or SIGINT. */
import closeWithGrace from 'close-with-grace'
import { readConfiguration } from './config/readConfiguration.ts'
import { createLogger } from './log.ts'
import { startServer } from './server.ts'

const stoppingMs = 9_000

async function main(): Promise<void> {
  const read = await readConfiguration(process.env)
  if (read.kind === 'wrong') {
    refuse(`The backend cannot start as it is configured:\n${list(read.problems)}`)
    return
  }
  const logger = createLogger(read.value.environment.LOG_LEVEL)
  const started = await startServer(read.value, logger)
  if (started.kind === 'refused') {
    refuse(started.message)
    return
  }
  logger.info({ address: started.address }, 'listening')
  closeWithGrace({ delay: stoppingMs, logger }, async () => {
    await started.stop()
  })
}

/** Says on standard error why the backend does not start, and ends it with a status other than 0. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

const list = (problems: readonly string[]): string =>
  problems.map((problem) => `  ${problem}`).join('\n')

main().catch((error: unknown) => {
  refuse(error instanceof Error ? error.message : 'The backend did not start')
  process.exit(1)
})
