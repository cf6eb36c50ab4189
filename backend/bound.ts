import { errorText } from './errorText.ts'

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already',
  EACCES: 'this account may not listen there',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  ENOTFOUND: 'HOST is no address of this machine',
}

/**
 * Waits until a server listens.
 * @param setting what gives its port
 * @throws with the name of the setting when it cannot listen there
 */
export async function bound<Result>(setting: string, listening: Promise<Result>): Promise<Result> {
  try {
    return await listening
  } catch (cause) {
    const code = errorText(cause, 'code')
    const reason = reasons[code] ?? `the system says ${code}`
    throw new Error(`${setting}: the backend cannot listen there: ${reason}`, { cause })
  }
}
