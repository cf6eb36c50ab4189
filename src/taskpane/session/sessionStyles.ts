import type { IStyle, ITheme } from '@fluentui/react'

export function sessionStyles({ fonts, palette, semanticColors }: ITheme): Record<string, IStyle> {
  return {
    screen: { display: 'flex', flexDirection: 'column', padding: '4px 12px 12px' },
    section: {
      padding: '10px 0',
      borderBottom: `1px solid ${palette.neutralLight}`,
      selectors: { ':last-child': { borderBottom: 0 } },
    },
    heading: { ...fonts.medium, fontWeight: 600, margin: '0 0 4px' },
    facts: { margin: 0, fontVariantNumeric: 'tabular-nums', lineHeight: '1.5' },
    quiet: { color: semanticColors.bodySubtext, margin: '4px 0 0' },
    note: {
      color: semanticColors.bodySubtext,
      margin: 0,
      padding: '8px 0',
      borderBottom: `1px solid ${palette.neutralLight}`,
    },
    wrap: { display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 8 },
    status: {
      minWidth: 0,
      height: 26,
      padding: '0 8px',
      fontVariantNumeric: 'tabular-nums',
      selectors: { '.ms-Button-label': { fontWeight: 400, margin: '0 2px' } },
    },
    mark: { flexShrink: 0, width: 8, height: 8, borderRadius: 4, marginRight: 4 },
    compact: { minWidth: 0, padding: '0 12px' },
    list: { listStyle: 'none', margin: '8px 0 0', padding: 0 },
    names: { maxHeight: '35vh', minHeight: 60, overflow: 'auto', margin: 0, paddingLeft: 20 },
    item: { padding: '8px 0', borderTop: `1px solid ${palette.neutralLighter}` },
    code: { ...fonts.small, color: semanticColors.bodySubtext, userSelect: 'text' },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      selectors: {
        'td, th': {
          padding: '2px 8px 2px 0',
          textAlign: 'left',
          verticalAlign: 'top',
          overflowWrap: 'anywhere',
        },
        th: { fontWeight: 400, color: semanticColors.bodySubtext, width: '34%' },
      },
    },
    figures: {
      borderCollapse: 'collapse',
      width: '100%',
      selectors: {
        'td, th': { padding: '4px 0', textAlign: 'left', fontWeight: 400 },
        td: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
      },
    },
  }
}
