import type { Expression } from './formula.ts'
import { readReference } from './reference.ts'
import { tokenize, type Token } from './tokens.ts'

const STRENGTH: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}

/** Thrown inside this file only, where a formula cannot go on. */
class Unreadable extends Error {}

interface Reader {
  peek(): Token | undefined
  next(): Token | undefined
}

const expect = (reader: Reader, text: string): void => {
  if (reader.next()?.text !== text) throw new Unreadable()
}

const parseParts = (reader: Reader): Expression[] => {
  const parts: Expression[] = []
  if (reader.peek()?.text === ')') {
    reader.next()
    return parts
  }
  for (;;) {
    const next = reader.peek()?.text
    const left = next === ',' || next === ')'
    parts.push(left ? { kind: 'value', value: undefined } : parseFrom(reader, 0))
    const end = reader.next()?.text
    if (end === ')') return parts
    if (end !== ',') throw new Unreadable()
  }
}

const parseWord = (reader: Reader, text: string): Expression => {
  if (reader.peek()?.text === '(') {
    reader.next()
    return { kind: 'call', name: text.toUpperCase(), parts: parseParts(reader) }
  }
  const upper = text.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' }
  return { kind: 'name', name: text }
}

const parseOperand = (reader: Reader): Expression => {
  const token = reader.next()
  switch (token?.kind) {
    case 'number':
      return { kind: 'value', value: Number(token.text) }
    case 'text':
      return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') }
    case 'error':
      return { kind: 'value', value: { error: token.text.toUpperCase() } }
    case 'reference':
      return { kind: 'reference', ...readReference(token.text) }
    case 'column': {
      const mark = token.text.indexOf('[')
      return {
        kind: 'column',
        table: token.text.slice(0, mark),
        column: token.text.slice(mark + 1, -1),
      }
    }
    case 'word':
      return parseWord(reader, token.text)
    case 'operator':
      if (token.text === '(') {
        const inner = parseFrom(reader, 0)
        expect(reader, ')')
        return inner
      }
      if (token.text === '+' || token.text === '-') {
        return { kind: 'sign', operator: token.text, operand: parseFrom(reader, 6) }
      }
      throw new Unreadable()
    default:
      throw new Unreadable()
  }
}

const parseFrom = (reader: Reader, strength: number): Expression => {
  let left = parseOperand(reader)
  for (;;) {
    const operator = reader.peek()?.text ?? ''
    if (operator === '%') {
      reader.next()
      left = { kind: 'sign', operator, operand: left }
      continue
    }
    const own = STRENGTH[operator] ?? 0
    if (own <= strength) return left
    reader.next()
    left = { kind: 'binary', operator, left, right: parseFrom(reader, own) }
  }
}

/** Reads a formula (with its `=`); null where Excel would refuse it. */
export const parseFormula = (text: string): Expression | null => {
  const tokens = tokenize(text.slice(1))?.filter((token) => token.kind !== 'space')
  if (!tokens || tokens.length === 0) return null
  let at = 0
  const reader: Reader = { peek: () => tokens[at], next: () => tokens[at++] }
  try {
    const expression = parseFrom(reader, 0)
    return reader.peek() ? null : expression
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
