import type { Knex } from 'knex'

/** What a statement may bind. An array is one value and only for engines that take arrays (`pg`). */
export type Binding = string | number | boolean | Date | null | readonly string[]

/** A piece of a statement: its text with `?` for values and `??` for names, and what they stand for. */
export interface Sql {
  readonly text: string
  readonly bindings: readonly Binding[]
}

/**
 * A piece of a statement from a template: pieces given in `${…}` become part of it, everything else
 * is bound. Values can therefore not become text of a statement.
 */
export function sql(parts: TemplateStringsArray, ...values: readonly (Sql | Binding)[]): Sql {
  let text = parts[0] ?? ''
  const bindings: Binding[] = []
  values.forEach((value, at) => {
    if (isSql(value)) {
      text += value.text
      for (const binding of value.bindings) bindings.push(binding)
    } else {
      text += '?'
      bindings.push(value)
    }
    text += parts[at + 1] ?? ''
  })
  return { text, bindings }
}

/** A quoted name; several parts are owner, table, column. */
export function name(...path: readonly string[]): Sql {
  return { text: '??', bindings: [path.join('.')] }
}

/** Pieces one after the other with a separator of our own between them. */
export function concat(pieces: readonly Sql[], separator: string): Sql {
  return {
    text: pieces.map((piece) => piece.text).join(separator),
    bindings: pieces.flatMap((piece) => piece.bindings),
  }
}

/** All of the pieces hold; without any it is true. */
export const allOf = (pieces: readonly Sql[]): Sql => combined(pieces, ' and ', sql`1 = 1`)

/** One of the pieces holds; without any it is false. */
export const anyOf = (pieces: readonly Sql[]): Sql => combined(pieces, ' or ', sql`1 = 0`)

function combined(pieces: readonly Sql[], word: string, none: Sql): Sql {
  const [only] = pieces
  if (only === undefined) return none
  return pieces.length === 1 ? only : sql`(${concat(pieces, word)})`
}

function isSql(value: Sql | Binding): value is Sql {
  return typeof value === 'object' && value !== null && 'text' in value
}

/** The values that a piece binds, in their order, without the names. */
export function valuesOf({ text, bindings }: Sql): readonly Binding[] {
  const signs = text.match(/\?\??/g) ?? []
  return bindings.filter((_, at) => signs[at] === '?')
}

/** The piece as Knex takes it. */
export function toRaw(knex: Knex, piece: Sql): Knex.Raw {
  const bindings = piece.bindings.map((value): Knex.RawBinding =>
    value !== null && typeof value === 'object' && !(value instanceof Date) ? [...value] : value,
  )
  return knex.raw(piece.text, bindings)
}
