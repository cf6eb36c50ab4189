import { mergeStyles, useTheme } from '@fluentui/react'
import type { IStyle, ITheme } from '@fluentui/react'
import { useMemo } from 'react'

/** Class names for a component's own styles, made once a theme. */
export function useClasses(
  make: (theme: ITheme) => Readonly<Record<string, IStyle>>,
): /** The class of this name; none when there is no such style. */
(name: string) => string {
  const theme = useTheme()
  return useMemo(() => {
    const classes = new Map(
      Object.entries(make(theme)).map(([name, style]) => [name, mergeStyles(style)]),
    )
    return (name) => classes.get(name) ?? ''
  }, [make, theme])
}
