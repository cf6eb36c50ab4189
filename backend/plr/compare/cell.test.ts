import { describe, expect, it } from '@jest/globals'
import type { MappedColumn } from './attainmentMapping.ts'
import { cellOf } from './cell.ts'

const column = (more: Partial<MappedColumn>): MappedColumn => ({
  column: 'DESCRIPTION',
  from: 'title',
  length: 12,
  unit: 'bytes',
  required: true,
  compared: true,
  insertOnly: false,
  ...more,
})

describe('a text in a column that counts bytes', () => {
  it('is written where its bytes fit', () => {
    expect(cellOf(column({}), 'Café culture'.slice(0, 11))).toMatchObject({
      value: 'Café cultur',
      note: null,
    })
  })

  it('is cut after a word when it is a title, and said so in bytes', () => {
    expect(cellOf(column({}), 'Café culture')).toMatchObject({
      value: 'Café',
      note: 'The title is longer than 12 bytes and was cut',
      unwritable: null,
    })
  })

  it('is cut between letters where there is no word to end with', () => {
    expect(cellOf(column({ length: 4 }), 'Éééé').value).toBe('Éé')
    expect(cellOf(column({ length: 6 }), 'Ab\u{1F600}\u{1F600}').value).toBe('Ab\u{1F600}')
  })

  it('keeps the last word that ends where the room does', () => {
    expect(cellOf(column({ length: 5 }), 'Café culture').value).toBe('Café')
  })

  it('is left out and noted elsewhere, and fails the record where it is required', () => {
    const aim = column({ column: 'GRADE', from: 'grade', length: 4 })
    const note = 'The grade is longer than the 4 bytes ebs takes (GRADE)'
    expect(cellOf({ ...aim, required: false }, 'Éàù')).toMatchObject({
      value: undefined,
      note: `${note} and is left out`,
    })
    expect(cellOf(aim, 'Éàù')).toMatchObject({ value: undefined, note: null, unwritable: note })
  })

  it('is measured in characters where the column counts those', () => {
    const counting = column({ unit: 'characters' })
    expect(cellOf(counting, 'Café culture').note).toBeNull()
    expect(cellOf(counting, 'Café cultures').note).toContain('12 characters')
  })
})

it('measures numbers in digits, whatever texts are measured in', () => {
  const credits = column({ column: 'CATS_CREDITS', from: 'credits', length: 2, required: false })
  expect(cellOf(credits, 12.5).value).toBe(12.5)
  expect(cellOf(credits, 120).note).toContain('longer than the 2 digits')
})
