import type { ShapeName } from '../faults/names.ts'
import type { Decision } from './decide.ts'
import { eventXml, shapedEvents } from './events.ts'
import { bareFault, domainFault, escapeXml, miapFault, resultEnvelope } from './xml.ts'

/** An HTTP answer with its body. */
export interface Written {
  readonly status: number
  readonly xml: string
}

/** The decision as LRS would send it, in the shape that the switches ask for. */
export function write(
  decision: Decision,
  shapes: ReadonlySet<ShapeName>,
  incomingUln: string,
  at: Date,
): Written {
  if (decision.kind === 'bare-fault') return { status: 500, xml: bareFault(decision.fault) }
  if (decision.kind === 'code') {
    if (shapes.has('as-response-code')) {
      return answer(decision.code, null, incomingUln, '<a:LearnerRecord/>', shapes)
    }
    const xml = shapes.has('as-miap-fault')
      ? miapFault(decision.code, decision.why, at)
      : domainFault(decision.code, decision.why)
    return { status: 500, xml }
  }
  const isRecord = decision.code === 'WSRC0004' || decision.code === 'WSRC0022'
  const events = isRecord ? shapedEvents(decision.events, shapes) : []
  const inner = events.map((event) => eventXml(event, decision.brief, shapes)).join('')
  const record =
    inner !== ''
      ? `<a:LearnerRecord>${inner}</a:LearnerRecord>`
      : shapes.has('record-absent')
        ? ''
        : '<a:LearnerRecord/>'
  const found =
    decision.code === 'WSEC0206' && shapes.has('found-uln-filled')
      ? decision.incoming
      : decision.found
  return answer(decision.code, found, decision.incoming, record, shapes)
}

function answer(
  code: string,
  found: string | null,
  incoming: string,
  record: string,
  shapes: ReadonlySet<ShapeName>,
): Written {
  const foundXml = found === null ? '<a:FoundULN/>' : `<a:FoundULN>${escapeXml(found)}</a:FoundULN>`
  const xml = resultEnvelope(
    `<a:ResponseCode>${code}</a:ResponseCode>${foundXml}` +
      `<a:IncomingULN>${escapeXml(incoming)}</a:IncomingULN>${record}`,
  )
  return { status: 200, xml: shapes.has('other-prefixes') ? otherPrefixes(xml) : xml }
}

function otherPrefixes(xml: string): string {
  return xml
    .replace(/(<\/?)a:/g, '$1model-1:')
    .replace('xmlns:a=', 'xmlns:model-1=')
    .replace(/(<\/?)s:/g, '$1SOAP-ENV:')
    .replace('xmlns:s=', 'xmlns:SOAP-ENV=')
}
