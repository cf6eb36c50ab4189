import type { ITheme } from '@fluentui/react'
import type { RowStatus } from '../../../contract/index.ts'

/** The five quiet tints of the grid's statuses; the rest have none. */
type Tint = 'good' | 'change' | 'attention' | 'trouble' | 'none'

export const tintOf: Readonly<Record<RowStatus, Tint>> = {
  New: 'good',
  Changed: 'change',
  Same: 'none',
  Review: 'attention',
  None: 'none',
  Problem: 'trouble',
  Inserted: 'good',
  Updated: 'change',
  Unchanged: 'none',
  Skipped: 'attention',
  Failed: 'trouble',
  Restored: 'none',
}

/** The colour of a status's small mark, from Fluent's own shared palette. */
export function tintColor(tint: Tint, theme: ITheme): string {
  const { palette, isInverted } = theme
  switch (tint) {
    case 'good':
      return isInverted ? '#6ccb5f' : palette.green
    case 'change':
      return palette.themePrimary
    case 'attention':
      return isInverted ? '#fcbf3a' : palette.orangeLight
    case 'trouble':
      return isInverted ? '#ff99a4' : palette.red
    case 'none':
      return palette.neutralTertiary
  }
}
