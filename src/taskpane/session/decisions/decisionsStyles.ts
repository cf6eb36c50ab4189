import type { IStyle, ITheme } from '@fluentui/react'

export function decisionsStyles({
  fonts,
  palette,
  semanticColors,
}: ITheme): Record<string, IStyle> {
  return {
    all: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 6, margin: '0 0 8px' },
    quiet: { color: semanticColors.bodySubtext, margin: '4px 0 0' },
    counts: { ...fonts.medium, margin: '0 0 8px', fontVariantNumeric: 'tabular-nums' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: { padding: '10px 0', borderTop: `1px solid ${palette.neutralLight}` },
    who: { ...fonts.medium, fontWeight: 600, margin: 0 },
    facts: { margin: '2px 0 0', lineHeight: '1.4' },
    reason: { margin: '2px 0 0', color: semanticColors.bodySubtext },
    effect: {
      ...fonts.medium,
      margin: '6px 0 0',
      padding: '4px 8px',
      background: palette.neutralLighter,
    },
    changes: {
      borderCollapse: 'collapse',
      selectors: {
        'td, th': {
          padding: '1px 8px 1px 0',
          textAlign: 'left',
          verticalAlign: 'top',
          overflowWrap: 'anywhere',
        },
        th: { fontWeight: 400, color: semanticColors.bodySubtext, whiteSpace: 'nowrap' },
      },
    },
    footer: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  }
}

/** The choices of a row stand beside each other, and wrap where there is no room. */
export const choiceStyles = {
  flexContainer: { display: 'flex', flexWrap: 'wrap', columnGap: '14px' },
  root: { marginTop: 2 },
} as const
