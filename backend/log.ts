import { pino } from 'pino'
import type { Logger } from 'pino'

/**
 * The backend's log: JSON lines on standard output. What would be personal or secret is not given to
 * it; the paths below are a second wall, should somebody log a whole object one day.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
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
  })
}
