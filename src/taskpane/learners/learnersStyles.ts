import type { IStyle, ITheme } from '@fluentui/react'

export function learnersStyles({ fonts, semanticColors, palette }: ITheme): Record<string, IStyle> {
  return {
    screen: {
      flex: 1,
      display: 'flex',
      flexDirection: 'column',
      minHeight: 0,
    },
    /** Scrolls where conditions are many; otherwise the list in it alone does. */
    body: {
      flex: '1 1 0',
      display: 'flex',
      flexDirection: 'column',
      gap: 8,
      padding: '8px 12px',
      minHeight: 0,
      overflow: 'auto',
    },
    heading: { ...fonts.mediumPlus, fontWeight: 600, margin: 0 },
    between: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 8 },
    line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 8 },
    panel: { display: 'flex', flexDirection: 'column', gap: 8 },
    count: { ...fonts.medium, fontVariantNumeric: 'tabular-nums' },
    quiet: { color: semanticColors.bodySubtext, margin: 0 },
    wrong: { color: semanticColors.errorText, margin: 0 },
    empty: { padding: '12px 0', color: palette.neutralPrimary },
    primary: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 8px',
      flexShrink: 0,
      padding: '8px 12px',
      borderTop: `1px solid ${palette.neutralLight}`,
    },
  }
}
