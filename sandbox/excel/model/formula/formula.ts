import type { Area } from '../area.ts'
import type { Value } from '../value.ts'

/** One corner of a reference; null is a whole row's or column's open end. */
export interface Corner {
  readonly row: number | null
  readonly column: number | null
  readonly rowFixed: boolean
  readonly columnFixed: boolean
}

export type Expression =
  | { readonly kind: 'value'; readonly value: Value | undefined }
  | {
      readonly kind: 'reference'
      readonly sheet: string | null
      readonly from: Corner
      readonly to: Corner
    }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Expression[] }
  | { readonly kind: 'sign'; readonly operator: '+' | '-' | '%'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }

/** A formula in a cell, with what it came to and when (`revision` of the workbook). */
export interface Formula {
  readonly text: string
  readonly expression: Expression
  result: Value | undefined
  revision: number
}

/** Cells named by a formula. */
export interface Region {
  readonly sheet: string | null
  readonly area: Area
}

/** What a formula may look at. A null sheet is the formula's own. */
export interface Surroundings {
  value(sheet: string | null, row: number, column: number): Value | undefined
  /** The used part of a region, so that whole columns need not be walked. */
  used(region: Region): Area | null
  /** Whether there is such a sheet. */
  hasSheet(sheet: string): boolean
  name(name: string): Region | null
  tableColumn(table: string, column: string): Region | null
}
