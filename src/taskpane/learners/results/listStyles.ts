import type { IStyle, ITheme } from '@fluentui/react'

/** Every row of the list is so high, in pixels: the list is drawn by arithmetic. */
export const rowHeight = 28

export function listStyles({ palette, semanticColors }: ITheme): Record<string, IStyle> {
  const cut: IStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
  return {
    list: {
      flex: '1 1 200px',
      minHeight: 168,
      overflow: 'auto',
      border: `1px solid ${palette.neutralLight}`,
      outlineOffset: '-2px',
      userSelect: 'none',
    },
    all: { position: 'relative', minWidth: 0 },
    row: {
      position: 'absolute',
      left: 0,
      right: 0,
      height: rowHeight,
      display: 'grid',
      gridTemplateColumns: '28px minmax(80px, 1fr) auto minmax(44px, auto)',
      gap: '0 8px',
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
          outline: `1px solid ${semanticColors.focusBorder}`,
          outlineOffset: '-1px',
        },
      },
    },
    muted: { color: semanticColors.bodySubtext },
    tick: { display: 'flex', justifyContent: 'center' },
    name: cut,
    uln: { fontVariantNumeric: 'tabular-nums' },
    why: { fontStyle: 'italic', whiteSpace: 'nowrap' },
    code: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }
}
