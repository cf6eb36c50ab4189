import { pino, stdSerializers } from 'pino'
import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import { errorText } from './errorText.ts'

/**
 * The backend's log: JSON lines on standard output. What would be personal or secret is not given to
 * it; the paths below are a second wall, should somebody log a whole object one day.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    serializers: { err: errorFacts },
    redact: {
      paths: [
        'uln',
        'surname',
        'firstName',
        'dateOfBirth',
        'password',
        'authorization',
        'req.headers',
        '*.uln',
        '*.surname',
        '*.firstName',
        '*.dateOfBirth',
        '*.password',
        '*.authorization',
      ],
      remove: true,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Of an error no more than this: drivers and clients hang whole requests and rows on theirs. */
function errorFacts(error: Error): Readonly<Record<string, string>> {
  const { type, message, stack } = stdSerializers.err(error)
  return { type, message, stack, code: errorText(error, 'code') }
}
