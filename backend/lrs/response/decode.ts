import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Decoded } from './decoded.ts'
import { createReader } from './reader.ts'

/** Deeper than any answer of LRS: an event's field is the seventh element down. */
const deepest = 32

/** Reads one answer as it arrives. */
export interface Decoder {
  /** False when nothing that follows could make the answer readable. */
  write(text: string): boolean
  end(): Decoded
}

/**
 * A streaming decoder (docs/decisions/0010-decode-answers-as-a-stream.md). Elements are known by
 * their local names and their place, whatever prefix, order or unknown neighbours they have. A
 * document type, an entity that XML does not predefine, and depth without end are refused as soon
 * as they are met, so that nothing is ever expanded.
 */
export function createDecoder(): Decoder {
  const reader = createReader()
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  let problem: string | null = null
  let depth = 0
  const refuse = (reason: string) => {
    problem ??= reason
  }

  parser.on('error', () => {
    refuse('it is not well-formed XML, or was cut off')
  })
  parser.on('doctype', () => {
    refuse('it declares a document type, which SOAP forbids')
  })
  parser.on('opentag', (tag) => {
    if (problem !== null) return
    depth += 1
    if (depth > deepest) refuse('its elements are nested too deep')
    else if (depth === 1 && !isSoapEnvelope(tag)) refuse('it is not a SOAP 1.1 envelope')
    else reader.open(localName(tag.name), isNil(tag))
  })
  parser.on('text', (text) => {
    if (problem === null) reader.text(text)
  })
  parser.on('cdata', (text) => {
    if (problem === null) reader.text(text)
  })
  parser.on('closetag', () => {
    if (problem !== null) return
    depth -= 1
    const found = reader.close()
    if (found !== null) refuse(found)
  })

  return {
    write(text) {
      if (problem === null) parser.write(text)
      return problem === null
    },
    end() {
      if (problem === null) parser.close()
      return problem === null ? reader.result() : { kind: 'unreadable', reason: problem }
    },
  }
}

/** Decodes an answer that is there as a whole. */
export function decode(xml: string): Decoded {
  const decoder = createDecoder()
  decoder.write(xml)
  return decoder.end()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function isSoapEnvelope(tag: SaxesTagPlain): boolean {
  const colon = tag.name.indexOf(':')
  const declaration = colon === -1 ? 'xmlns' : `xmlns:${tag.name.slice(0, colon)}`
  return (
    localName(tag.name) === 'Envelope' &&
    tag.attributes[declaration] === 'http://schemas.xmlsoap.org/soap/envelope/'
  )
}

function isNil(tag: SaxesTagPlain): boolean {
  for (const name in tag.attributes) {
    if (localName(name) === 'nil') return /^(true|1)$/.test(tag.attributes[name] ?? '')
  }
  return false
}
