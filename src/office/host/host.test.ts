import { describe, expect, it } from '@jest/globals'
import { brightnessOf, themeFrom } from './theme.ts'

describe('the theme', () => {
  const plain = { bodyBackground: undefined, forcedColours: false, prefersDark: false }

  it.each([
    [{ ...plain }, 'light'],
    [{ ...plain, prefersDark: true }, 'dark'],
    [{ ...plain, bodyBackground: '#FFFFFF', prefersDark: true }, 'light'],
    [{ ...plain, bodyBackground: '#262626' }, 'dark'],
    [{ ...plain, bodyBackground: 'nonsense', prefersDark: true }, 'dark'],
    [{ ...plain, bodyBackground: '#262626', forcedColours: true }, 'high-contrast'],
  ] as const)('of %j is %s', (signs, theme) => {
    expect(themeFrom(signs)).toBe(theme)
  })

  it('measures brightness as eyes do', () => {
    expect(brightnessOf('#00FF00')).toBeGreaterThan(brightnessOf('#0000FF') ?? 1)
    expect(brightnessOf('white')).toBeNull()
  })
})
