import { describe, expect, it } from '@jest/globals'
import { mix, shade } from './shade.ts'

describe('the colours of a cell', () => {
  it('mix in the share asked for', () => {
    expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080')
    expect(mix('#107C41', '#000000', 1)).toBe('#107c41')
    expect(mix('red', '#000000', 0.5)).toBe('red')
  })

  it('stay as the workbook has them on a light page, with dark text on a fill', () => {
    expect(shade({ fill: '#DDF3E4' }, false, '#ffffff')).toEqual({
      fill: '#DDF3E4',
      color: '#1b1b1b',
    })
    expect(shade({ color: '#C00000' }, false, '#ffffff')).toEqual({ color: '#C00000' })
    expect(shade({}, false, '#ffffff')).toEqual({})
  })

  it('are dimmed on a dark page, and the text lightened', () => {
    const { fill, color } = shade({ fill: '#ffffff', color: '#000000' }, true, '#000000')
    expect(fill).toBe('#525252')
    expect(color).toBe('#808080')
  })
})
