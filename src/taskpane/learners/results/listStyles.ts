import type { IStyle, ITheme } from '@fluentui/react'

/** Every row of the list is so high, in pixels: the list is drawn by arithmetic. */
export const rowHeight = 28

/** A button that keeps its words in one line of the narrowest pane. */
export const oneLine = {
  root: { minWidth: 0, maxWidth: '100%', padding: '0 8px' },
  label: { whiteSpace: 'nowrap', margin: 0 },
}

/** The widths of a row's cells for person codes of so many digits: the same in every row. */
export function rowColumns(digits: number): string {
  return `24px minmax(48px, 1fr) clamp(10ch, 32%, 18ch) ${String(Math.max(5, digits))}ch`
}

export function listStyles({ palette, semanticColors }: ITheme): Record<string, IStyle> {
  const ring = semanticColors.focusBorder
  const cut: IStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
  return {
    list: {
      flex: '1 1 200px',
      minHeight: 4 * rowHeight,
      overflow: 'auto',
      border: `1px solid ${palette.neutralLight}`,
      userSelect: 'none',
      // Around the list: the rows lie over an outline within it.
      selectors: {
        ':focus-visible': { outline: 'none', borderColor: ring, boxShadow: `0 0 0 1px ${ring}` },
      },
    },
    all: { position: 'relative', minWidth: 0 },
    row: {
      position: 'absolute',
      left: 0,
      right: 0,
      height: rowHeight,
      display: 'grid',
      gap: '0 6px',
      alignItems: 'center',
      paddingRight: 8,
      cursor: 'default',
      selectors: {
        ':hover': { background: semanticColors.listItemBackgroundHovered },
      },
    },
    selected: {
      background: semanticColors.listItemBackgroundChecked,
      selectors: {
        ':hover': { background: semanticColors.listItemBackgroundCheckedHovered },
        '@media (forced-colors: active)': { background: 'Highlight', color: 'HighlightText' },
      },
    },
    focused: {
      selectors: {
        '[role=grid]:focus-visible > * > &': {
          outline: `1px solid ${ring}`,
          outlineOffset: '-1px',
        },
      },
    },
    muted: { color: semanticColors.bodySubtext },
    tick: { display: 'flex', justifyContent: 'center' },
    name: cut,
    uln: { fontVariantNumeric: 'tabular-nums' },
    why: { ...cut, fontStyle: 'italic' },
    code: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }
}
