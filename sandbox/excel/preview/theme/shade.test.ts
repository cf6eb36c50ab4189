import { describe, expect, it } from '@jest/globals'
import { shade } from './shade.ts'

describe('the colours of a cell', () => {
  it('stay as the workbook has them on a light page, with dark text on a fill', () => {
    expect(shade({ fill: '#DDF3E4' }, false)).toEqual({ fill: '#DDF3E4', color: '#1b1b1b' })
    expect(shade({ color: '#C00000' }, false)).toEqual({ color: '#C00000' })
    expect(shade({}, false)).toEqual({})
  })

  it('turn dark on a dark page, in their own hue', () => {
    expect(shade({ fill: '#DDF3E4' }, true)).toEqual({ fill: 'hsl(139, 48%, 18%)' })
    expect(shade({ fill: '#4472C4' }, true).fill).toMatch(/^hsl\(218, 50%, 34%\)$/)
  })

  it('have light text on a dark page, whatever the text was', () => {
    expect(shade({ color: '#000000' }, true).color).toBe('hsl(0, 0%, 100%)')
    expect(shade({ color: '#C00000' }, true).color).toBe('hsl(0, 100%, 75%)')
    expect(shade({ color: '#FFFFFF' }, true).color).toBe('hsl(0, 0%, 100%)')
  })

  it('stay what they are when they are no such colours', () => {
    expect(shade({ fill: 'red', color: 'blue' }, true)).toEqual({ fill: 'red', color: 'blue' })
  })
})
