import type { IStyle, ITheme } from '@fluentui/react'

export function frameStyles({ palette, semanticColors, fonts }: ITheme): Record<string, IStyle> {
  return {
    frame: {
      ...fonts.medium,
      display: 'flex',
      flexDirection: 'column',
      height: '100vh',
      minWidth: 0,
      color: semanticColors.bodyText,
      background: semanticColors.bodyBackground,
    },
    header: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      padding: '8px 12px 4px',
    },
    /** An environment that does not fit beside the title goes below it, whole. */
    titles: {
      flex: '1 1 0',
      minWidth: 0,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '2px 6px',
    },
    title: { ...fonts.medium, fontSize: 15, fontWeight: 600, margin: 0, whiteSpace: 'nowrap' },
    environment: {
      ...fonts.small,
      border: `1px solid ${palette.neutralTertiary}`,
      borderRadius: 2,
      padding: '0 4px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    tabs: {
      padding: '0 4px',
      borderBottom: `1px solid ${palette.neutralLight}`,
      selectors: { '.ms-Pivot-link': { height: 36, lineHeight: 36 } },
    },
    rows: { marginLeft: 6, color: palette.neutralSecondary, fontVariantNumeric: 'tabular-nums' },
    screen: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' },
    reference: { ...fonts.small, color: palette.neutralSecondary, userSelect: 'text' },
    strip: {
      borderTop: `1px solid ${palette.neutralLight}`,
      padding: '8px 12px',
      background: semanticColors.bodyStandoutBackground,
    },
    stripLine: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: 8,
      fontVariantNumeric: 'tabular-nums',
    },
    note: { ...fonts.small, color: palette.neutralSecondary },
  }
}
