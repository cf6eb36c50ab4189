import { writeFile } from 'node:fs/promises'
import { ofTheMachine } from './environment.ts'

const quotes = ["'", '"', '`']

/**
 * Writes the backend's environment, without what belongs to the machine, as `NAME='value'` lines, for tools that look at the same sandbox
 * (`npm run doctor -- --environment .sandbox/backend.env`). Only its owner may read it.
 */
export async function writeEnvironmentFile(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const lines = Object.entries(environment)
    .filter(([name]) => !ofTheMachine.includes(name))
    .map(([name, value]) => {
      const quote = quotes.find((each) => !value.includes(each)) ?? ''
      return `${name}=${quote}${value}${quote}\n`
    })
  await writeFile(path, lines.join(''), { mode: 0o600 })
}
