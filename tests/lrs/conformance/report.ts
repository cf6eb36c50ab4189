import type { Exchange } from '../../../backend/lrs/options.ts'
import { kindOfAnswer } from '../schema/kind.ts'
import { codeOf } from './case.ts'
import type { CaseResult } from './run.ts'

/** What stands above the cases. */
export function reportHead(url: string, at: Date): string {
  return [
    '# GetLearnerLearningEvents: requests and answers',
    '',
    `Asked of ${url} at ${at.toISOString()}, over mutual TLS, one call at a time.`,
    'Line breaks between elements are added; the password is left out; nothing else is changed.',
    '',
  ].join('\n')
}

/** One case with all that went over the wire for it. */
export function reportCase(
  { asked, exchanges, answer, complaints }: CaseResult,
  n: number,
): string {
  return [
    `## ${n}. ${asked.title}`,
    '',
    ...exchanges.flatMap(exchangeLines),
    `What staff are told: ${told(answer)}`,
    '',
    complaints.length === 0 ? 'As expected.' : `NOT AS EXPECTED: ${complaints.join('; ')}`,
    '',
  ].join('\n')
}

const kindWords = {
  response: 'a response by the service description',
  domainFault: 'a DomainFault by the service description',
  miapFault: 'a MIAPAPIException',
  bareFault: 'a fault without detail',
  none: 'nothing that the service description knows',
}

function exchangeLines({ request, answer }: Exchange, index: number, all: readonly Exchange[]) {
  const which = all.length === 1 ? '' : ` ${index + 1} of ${all.length}`
  const sent = [`Request${which}:`, '', '```xml', withoutPassword(lines(request)), '```', '']
  if (answer === null) return [...sent, `Answer${which}: none came.`, '']
  const body = Buffer.from(answer.body).toString('utf8')
  const kind = kindWords[kindOfAnswer(body)]
  const head = `Answer${which}: HTTP ${answer.status}, ${kind}:`
  return [...sent, head, '', '```xml', lines(body), '```', '']
}

function told(answer: CaseResult['answer']): string {
  const code = codeOf(answer) ?? ''
  switch (answer.kind) {
    case 'record':
      return `${code}, ${answer.responseDescription}; ${answer.events.length} learning events${answer.linked ? `, kept under ULN ${answer.foundUln ?? ''}` : ''}.`
    case 'refused':
      return `${code}, ${answer.responseDescription}. ${answer.advice}`
    case 'failed':
      return `${code}, ${answer.errorDescription} ${answer.advice}`
    case 'stopped':
      return `the download ends (${answer.code}). ${answer.detail}`
  }
}

/** A line break after each closing tag and between two opening ones; none inside an empty element. */
function lines(xml: string): string {
  return xml
    .replace(/(<\/[^>]*>|<[^>]*\/>)(?=<)/g, '$1\n')
    .replace(/(<[^/][^>]*>)(?=<[^/])/g, '$1\n')
}

function withoutPassword(xml: string): string {
  return xml.replace(/(<svc:Password>)[^<]*/, '$1(left out)')
}
