import type { Operator } from '../../../contract/index.ts'
import { dialectOf, sql, type DatabaseClient, type Sql } from '../../database/index.ts'
import { checkCondition } from './check.ts'
import { compare } from './compare.ts'
import { operatorsOf, type Field, type FieldValue } from './field.ts'
import { indexUse, type IndexUse } from './indexUse.ts'

/** How one engine is asked with one operator about one kind of value. */
export interface OperatorRow {
  readonly value: FieldValue
  readonly operator: Operator
  /** The test of the column. */
  readonly test: Sql
  /** The sign that makes `%`, `_` and the like stand for themselves; null where nothing is a pattern. */
  readonly escape: '!' | null
  /** What becomes of rows in which the column is empty. */
  readonly empty: 'found' | 'left out'
  readonly index: IndexUse
}

const samples: Readonly<Record<FieldValue, readonly [string, string]>> = {
  text: ['ash%', 'b'],
  digits: ['42', '43'],
  number: ['4.5', '5'],
  date: ['2026-09-01', '2026-09-02'],
  flag: ['true', 'false'],
  code: ['A', 'B'],
}
const kinds: readonly FieldValue[] = ['text', 'digits', 'number', 'date', 'flag', 'code']

/** Every operator of every kind of value on an engine: what is held by the tests of all engines alike. */
export function operatorTable(client: DatabaseClient, column = sql`c`): readonly OperatorRow[] {
  return kinds.flatMap((value) =>
    operatorsOf[value].map((operator) => operatorRow(client, column, value, operator)),
  )
}

function operatorRow(
  client: DatabaseClient,
  column: Sql,
  kind: FieldValue,
  operator: Operator,
): OperatorRow {
  const dialect = dialectOf(client)
  const field: Field = { name: 'c', label: 'C', table: 'PEOPLE', column: 'C', value: kind }
  const [first, second] = samples[kind]
  const value = operator === 'in' || operator === 'between' ? [first, second] : first
  const checked = checkCondition(new Map([['c', field]]), {
    combinator: 'and',
    rules: [{ field: 'c', operator, value }],
  })
  const rule = checked.kind === 'checked' ? checked.group.rules[0] : undefined
  if (rule === undefined) throw new Error(`The sample value of ${kind} is wrong for ${operator}.`)
  const test = compare(dialect, { yes: 'Y', no: 'N' }, field, column, rule.ask)
  return {
    value: kind,
    operator,
    test,
    escape: test.text.includes("escape '!'") ? '!' : null,
    empty: rule.ask.kind === 'isNull' || rule.ask.kind === '!=' ? 'found' : 'left out',
    index: indexUse(dialect, kind, rule.ask.kind),
  }
}
