import { faults, model, soap, tempuri } from '../request/namespaces.ts'

const xsi = 'http://www.w3.org/2001/XMLSchema-instance'

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A SOAP envelope as WCF writes it. */
export function envelope(body: string): string {
  return `<s:Envelope xmlns:s="${soap}"><s:Body>${body}</s:Body></s:Envelope>`
}

/** The answer of the operation around the parts of its result. */
export function resultEnvelope(parts: string): string {
  return envelope(
    `<GetLearnerLearningEventsResponse xmlns="${tempuri}">` +
      `<GetLearnerLearningEventsResult xmlns:a="${model}" xmlns:i="${xsi}">${parts}` +
      '</GetLearnerLearningEventsResult></GetLearnerLearningEventsResponse>',
  )
}

/** The fault that R9 declares; the text says what was wrong, as its ErrorDetail is not known. */
export function domainFault(code: string, why: string): string {
  return fault(
    's:Client',
    `Request rejected: ${why}`,
    `<DomainFault xmlns="${faults}" xmlns:i="${xsi}"><ErrorCode>${code}</ErrorCode>` +
      '<ErrorDetail i:nil="true"/></DomainFault>',
  )
}

/** The fault of the sister service, which public clients expect of R9 too. */
export function miapFault(code: string, why: string, at: Date): string {
  const time = at.toISOString().slice(0, 19).replace('T', ' ')
  return (
    `<soapenv:Envelope xmlns:soapenv="${soap}"><soapenv:Body><soapenv:Fault>` +
    '<faultcode>soapenv:Server</faultcode><faultstring>MIAPAPIException</faultstring><detail>' +
    '<ex:MIAPAPIException xmlns:ex="http://api.lrs.miap.gov.uk/exceptions">' +
    `<ErrorCode>${code}</ErrorCode><ErrorActor>simulator</ErrorActor>` +
    `<Description>Request rejected</Description><FurtherDetails>${escapeXml(why)}</FurtherDetails>` +
    `<ErrorTimestamp>${time}</ErrorTimestamp></ex:MIAPAPIException></detail>` +
    '</soapenv:Fault></soapenv:Body></soapenv:Envelope>'
  )
}

const dispatcher =
  'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher'
const addressing = 'http://schemas.microsoft.com/ws/2005/05/addressing/none'

/** A fault of WCF itself, without a detail. */
export function bareFault(name: string): string {
  const namespace = name === 'ActionNotSupported' ? addressing : dispatcher
  return fault(
    `a:${name}`,
    'The server was unable to process the request.',
    '',
    ` xmlns:a="${namespace}"`,
  )
}

function fault(code: string, text: string, detail: string, declaration = ''): string {
  return envelope(
    `<s:Fault><faultcode${declaration}>${code}</faultcode>` +
      `<faultstring xml:lang="en-GB">${escapeXml(text)}</faultstring>` +
      `${detail === '' ? '' : `<detail>${detail}</detail>`}</s:Fault>`,
  )
}
