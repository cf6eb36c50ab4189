import { createTheme, type PartialTheme, type Theme } from '@fluentui/react'

const green = {
  themePrimary: '#107c41',
  themeSecondary: '#188a4b',
  themeTertiary: '#4fae7b',
  themeLight: '#b7dfc9',
  themeLighter: '#d6eee0',
  themeLighterAlt: '#f3fbf7',
  themeDarkAlt: '#0e703b',
  themeDark: '#0c5e31',
  themeDarker: '#094625',
}

const greenOnDark = {
  themePrimary: '#5fc98f',
  themeSecondary: '#54b581',
  themeTertiary: '#3a8059',
  themeLight: '#1d4630',
  themeLighter: '#16331f',
  themeLighterAlt: '#0b1a11',
  themeDarkAlt: '#70d09b',
  themeDark: '#88d9ac',
  themeDarker: '#a9e5c3',
}

const darkNeutrals = {
  neutralLighterAlt: '#292929',
  neutralLighter: '#303030',
  neutralLight: '#3b3b3b',
  neutralQuaternaryAlt: '#444444',
  neutralQuaternary: '#4b4b4b',
  neutralTertiaryAlt: '#666666',
  neutralTertiary: '#9a9a9a',
  neutralSecondaryAlt: '#b0b0b0',
  neutralSecondary: '#c2c2c2',
  neutralPrimaryAlt: '#dadada',
  neutralPrimary: '#f3f3f3',
  neutralDark: '#f8f8f8',
  black: '#ffffff',
  white: '#252525',
}

const shared: PartialTheme = { defaultFontStyle: { fontFamily: 'inherit' } }

/** Fluent's theme in the colours of the page. */
export const fluentTheme = (dark: boolean): Theme =>
  createTheme({
    ...shared,
    isInverted: dark,
    palette: dark ? { ...greenOnDark, ...darkNeutrals } : green,
  })
