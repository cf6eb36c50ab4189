/** One piece of a formula's text. */
export interface Token {
  readonly kind:
    'number' | 'text' | 'error' | 'reference' | 'column' | 'word' | 'operator' | 'space'
  readonly text: string
}

const SHEET = String.raw`(?:'(?:[^']|'')+'!|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*!)?`
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`
const REFERENCE = String.raw`${SHEET}(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\w(.])`

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:N\/A|NAME\?|VALUE!|REF!|DIV\/0!|NULL!|NUM!)/iy],
  ['reference', new RegExp(REFERENCE, 'y')],
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+/y],
  ['column', /[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*\[[^[\]]*\]/y],
  ['word', /[A-Za-z_\\\u00c0-\uffff][\w.\u00c0-\uffff]*/y],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),;:]/y],
]

/** Cuts a formula's text (without its `=`) into tokens; null where it cannot be read. */
export const tokenize = (text: string): Token[] | null => {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at)
    if (!token) return null
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

const tokenAt = (text: string, at: number): Token | null => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined && found !== '') return { kind, text: found }
  }
  return null
}
