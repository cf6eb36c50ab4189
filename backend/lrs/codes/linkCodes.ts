import type { LrsCode } from './code.ts'

const source = 'this link'

/**
 * Codes of the link's own for calls that brought no answer of LRS; LRS has no codes that begin
 * with LNK. LNK0001 to LNK0099 are for learners who are not sent at all (backend/plr).
 */
export const linkCodes = {
  noAnswer: {
    code: 'LNK0101',
    meaning: 'LRS did not answer',
    concern: 'service',
    advice: 'Try these learners again; if all fail, look whether LRS can be reached.',
    source,
    repeatable: true,
  },
  unreadable: {
    code: 'LNK0102',
    meaning: 'The answer of LRS could not be read',
    concern: 'service',
    advice: 'Try these learners again; report it if it stays.',
    source,
  },
  http: {
    code: 'LNK0103',
    meaning: 'LRS, or something in between, answered with an HTTP error',
    concern: 'service',
    advice: 'Try these learners again later.',
    source,
  },
  maintenance: {
    code: 'LNK0104',
    meaning: 'LRS is down for maintenance (HTTP 405)',
    concern: 'service',
    advice: 'Look at the maintenance times that LRS publishes and try again afterwards.',
    source: `${source}; the meaning of 405: hmpps-learner-records-api`,
    repeatable: true,
  },
  otherLearner: {
    code: 'LNK0105',
    meaning: 'LRS answered for another ULN than the one asked; nothing of the answer is shown',
    concern: 'service',
    advice: 'Try this learner again; report it to LRS if it stays.',
    source,
  },
  bareFault: {
    code: 'LNK0106',
    meaning: 'LRS answered with a fault that has no code',
    concern: 'service',
    advice: 'Try these learners again; report it if it stays.',
    source,
  },
} as const satisfies Record<string, LrsCode>
