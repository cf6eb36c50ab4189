import type { FieldChange } from '../../../../contract/index.ts'
import type { Words } from '../../words.ts'

/** A change of one field, as people read it. */
export interface ChangeWords {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** Names of the ebs fields that Update writes, as the grid calls them. */
const fieldWords: Readonly<Record<string, string>> = {
  DESCRIPTION: 'Qualification',
  GRADE: 'Grade',
  DATE_AWARDED: 'Award date',
  FES_QUALIFICATION_AIM: 'Aim',
  SOURCE: 'Source',
  SOURCE_ID: 'Source id',
  CATS_CREDITS: 'Credits',
  ATYPE_ATTAINMENT_TYPE_CODE: 'Type',
}

/** The changes of a row; `from` is empty throughout when there is no record yet. */
export function changeWords(changes: readonly FieldChange[], words: Words): readonly ChangeWords[] {
  const text = (value: string | number | null) => {
    if (value === null) return '—'
    return typeof value === 'number' ? words.number(value) : words.day(value)
  }
  return changes.map(({ field, from, to }) => ({
    field: fieldWords[field.toUpperCase()] ?? field,
    from: text(from),
    to: text(to),
  }))
}
