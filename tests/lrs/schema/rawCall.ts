import { request } from 'node:https'
import { soapAction } from '../../../backend/lrs/request/envelope.ts'

export interface RawClient {
  readonly url: string
  readonly pfx: Buffer
  readonly passphrase: string
  readonly ca: string
}

/** Longer answers and slower ones are cut off here: nothing that keeps to a description is either. */
const mostBytes = 2_000_000
const patienceMs = 300

/** Posts a request and gives what came back as text, as far as it came. */
export function rawCall({ url, ...tls }: RawClient, xml: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const call = request(url, {
      ...tls,
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${soapAction}"` },
    })
    const end = () => {
      clearTimeout(timer)
      call.destroy()
      resolve(text)
    }
    let timer = setTimeout(end, patienceMs * 10)
    call.on('error', end)
    call.on('response', (answer) => {
      clearTimeout(timer)
      timer = setTimeout(end, patienceMs)
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
        if (text.length > mostBytes) end()
      })
      answer.on('end', end)
      answer.on('error', end)
    })
    call.end(xml)
  })
}
