import type { Readable, Writable } from 'node:stream'
import { createInterface } from 'node:readline'

/**
 * Asks whoever sits at the terminal to type the database's name before anything is written to it.
 * @returns false for any other answer, and when nobody is there to answer
 */
export async function askForName(
  database: string,
  environmentName: string,
  input: Readable,
  output: Writable,
): Promise<boolean> {
  output.write(
    `\nThis writes one attainment of one learner to the database ${database} (${environmentName}) and rolls it back.\n` +
      `Type the name of the database to go on: `,
  )
  const lines = createInterface({ input })
  try {
    for await (const line of lines) return line.trim() === database
    return false
  } finally {
    lines.close()
  }
}
