import { createTheme } from '@fluentui/react'
import type { ITheme } from '@fluentui/react'
import type { HostTheme } from '../../office/host/port.ts'

const fonts = {
  defaultFontStyle: { fontFamily: "'Segoe UI', 'Segoe UI Web', system-ui, sans-serif" },
}

const light = createTheme({ ...fonts })

/** Fluent's greys the other way round, as its theme designer gives them for a dark page. */
const dark = createTheme({
  ...fonts,
  isInverted: true,
  palette: {
    themePrimary: '#4aa3e8',
    themeLighterAlt: '#03070a',
    themeLighter: '#0c1a25',
    themeLight: '#163145',
    themeTertiary: '#2c628b',
    themeSecondary: '#4190cc',
    themeDarkAlt: '#5aacea',
    themeDark: '#72b9ee',
    themeDarker: '#96cbf3',
    neutralLighterAlt: '#252423',
    neutralLighter: '#292827',
    neutralLight: '#323130',
    neutralQuaternaryAlt: '#3b3a39',
    neutralQuaternary: '#484644',
    neutralTertiaryAlt: '#605e5c',
    neutralTertiary: '#979593',
    neutralSecondary: '#c8c6c4',
    neutralPrimaryAlt: '#dadada',
    neutralPrimary: '#f3f2f1',
    neutralDark: '#faf9f8',
    black: '#ffffff',
    white: '#1f1f1f',
  },
})

/** The theme of the pane. High contrast is the browser's own work: Fluent follows it from `light`. */
export function themeFor(host: HostTheme): ITheme {
  return host === 'dark' ? dark : light
}
