import type { IStyle, ITheme } from '@fluentui/react'

/** How the builder's own elements are laid out; its class names are react-querybuilder's. */
export function builderStyles({ palette }: ITheme): Record<string, IStyle> {
  return {
    builder: {
      selectors: {
        '.ruleGroup': {
          border: `1px solid ${palette.neutralLight}`,
          borderRadius: 2,
          padding: '6px 8px 2px',
        },
        '.ruleGroup-header': { display: 'flex', alignItems: 'center', gap: 8 },
        '.ruleGroup-combinators': { maxWidth: 110 },
        '.ruleGroup-body': { display: 'flex', flexDirection: 'column', gap: 6, marginTop: 6 },
        '.ruleGroup .ruleGroup': { marginLeft: 8 },
        '.rule': {
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 4,
        },
        '.adders': { display: 'flex', gap: 4 },
        '.betweenRules': { display: 'none' },
      },
    },
  }
}
