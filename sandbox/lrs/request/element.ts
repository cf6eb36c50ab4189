import { SaxesParser } from 'saxes'

/** An element of a request, with its namespace. */
export interface Element {
  readonly name: string
  readonly namespace: string
  readonly nil: boolean
  readonly children: Element[]
  text: string
}

const xsi = 'http://www.w3.org/2001/XMLSchema-instance'

/** The root element of a document, or null when it is no XML or declares a document type. */
export function readElement(xml: string): Element | null {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  const open: Element[] = []
  let root: Element | null = null
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', () => {
    broken = true
  })
  parser.on('opentag', (tag) => {
    const nil = Object.values(tag.attributes).some(
      ({ uri, local, value }) => uri === xsi && local === 'nil' && /^(true|1)$/.test(value),
    )
    const element = { name: tag.local, namespace: tag.uri, nil, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return broken ? null : root
}
