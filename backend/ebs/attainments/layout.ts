import { name } from '../../database/index.ts'
import type { CellKind, RowColumn, Sql } from '../../database/index.ts'
import type { ColumnSource } from '../../plr/compare/attainmentMapping.ts'
import type { Mapping } from '../mapping/index.ts'

/** A column of ATTAINMENTS that the mapping fills. */
export interface FilledColumn extends RowColumn {
  /** ebs-domain.md's name, as `AttainmentValues` has it. */
  readonly ebsName: string
  readonly insertOnly: boolean
  /** Whether the value is a number here; SOURCE_ID is digits, and stays text as LRS's id. */
  readonly numeric: boolean
}

/** ATTAINMENTS as this site has it. */
export interface Layout {
  readonly table: string
  readonly code: RowColumn
  readonly person: RowColumn
  readonly filled: readonly FilledColumn[]
  named(ebsName: string): Sql
}

const kinds: Readonly<Record<ColumnSource, CellKind>> = {
  title: 'text',
  grade: 'text',
  awardDate: 'day',
  awardYear: 'number',
  aim: 'text',
  credits: 'number',
  levelDigit: 'number',
  eventId: 'number',
  type: 'text',
  source: 'text',
  examBoard: 'text',
}

export function layoutOf(mapping: Mapping): Layout {
  const site = (ebsName: string): string => mapping.column('ATTAINMENTS', ebsName)
  return {
    table: mapping.table('ATTAINMENTS'),
    code: { name: site('ATTAINMENT_CODE'), kind: 'number' },
    person: { name: site('PER_PERSON_CODE'), kind: 'number' },
    filled: mapping.attainment.columns.map(({ column, from, insertOnly }) => ({
      name: site(column),
      kind: kinds[from],
      ebsName: column,
      insertOnly,
      numeric: kinds[from] === 'number' && from !== 'eventId',
    })),
    named: (ebsName) => name(site(ebsName)),
  }
}
