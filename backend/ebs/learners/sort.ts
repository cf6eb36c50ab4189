import type { SearchRequest } from '../../../contract/index.ts'
import { isOwn, type Field } from '../condition/index.ts'

type SortKeys = NonNullable<SearchRequest['sort']>

export interface SortColumn {
  /** ebs-domain.md's name of a column of PEOPLE. */
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

export type CheckedSort =
  | { readonly kind: 'sort'; readonly sort: readonly SortColumn[] }
  | { readonly kind: 'wrong'; readonly detail: string }

const usual: readonly SortColumn[] = [
  { column: 'SURNAME', direction: 'asc' },
  { column: 'FORENAME', direction: 'asc' },
]

/** What a page is sorted by: a learner's own fields, surname and first name unless said; person code breaks ties. */
export function checkSort(fields: ReadonlyMap<string, Field>, keys: SortKeys): CheckedSort {
  const sort: SortColumn[] = []
  for (const { field: name, direction } of keys) {
    const field = fields.get(name)
    if (!field) return { kind: 'wrong', detail: `There is no field "${name.slice(0, 40)}".` }
    if (!isOwn(field)) {
      return {
        kind: 'wrong',
        detail: `Learners are sorted by what is their own; ${field.label} is not.`,
      }
    }
    if (sort.every(({ column }) => column !== field.column)) {
      sort.push({ column: field.column, direction })
    }
  }
  const asked = sort.length > 0 ? sort : usual
  return { kind: 'sort', sort: withTies(asked) }
}

const withTies = (sort: readonly SortColumn[]): readonly SortColumn[] =>
  sort.some(({ column }) => column === 'PERSON_CODE')
    ? sort
    : [...sort, { column: 'PERSON_CODE', direction: 'asc' }]
