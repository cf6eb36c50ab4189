import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keyAction } from './keys.ts'
import type { Key } from './keys.ts'
import { allSelected, clicked, moved, nothingSelected, ticked } from './selection.ts'
import type { ListSelection } from './selection.ts'

const none = { shift: false, ctrl: false }
const ctrl = { shift: false, ctrl: true }
const shift = { shift: true, ctrl: false }
const chosen = (now: ListSelection) => [...now.selected].sort((one, other) => one - other)

const size = 50
const place = fc.nat(size - 1)
const keys = fc.record({ shift: fc.boolean(), ctrl: fc.boolean() })
const step = fc.oneof(
  fc.tuple(place, keys).map(
    ([at, held]) =>
      (now: ListSelection) =>
        clicked(now, at, held),
  ),
  fc.tuple(fc.integer({ min: -60, max: 60 }), keys).map(
    ([by, held]) =>
      (now: ListSelection) =>
        moved(now, now.focus + by, size, held),
  ),
  place.map((at) => (now: ListSelection) => ticked(now, at)),
  fc.constant((now: ListSelection) => allSelected(now, size)),
)
const reached = fc
  .array(step, { maxLength: 20 })
  .map((steps) => steps.reduce((now, each) => each(now), { ...nothingSelected, focus: 0 }))

describe('a list selection', () => {
  it('never holds a place outside of the list, and neither does the focus', () => {
    fc.assert(
      fc.property(reached, (now) => {
        expect(chosen(now).every((at) => at >= 0 && at < size)).toBe(true)
        expect(now.focus).toBeGreaterThanOrEqual(0)
        expect(now.focus).toBeLessThan(size)
      }),
    )
  })

  it('is one row after a plain click', () => {
    fc.assert(
      fc.property(reached, place, (now, at) => {
        expect(chosen(clicked(now, at, none))).toEqual([at])
      }),
    )
  })

  it('comes back after Ctrl-clicking a row twice', () => {
    fc.assert(
      fc.property(reached, place, (now, at) => {
        expect(chosen(clicked(clicked(now, at, ctrl), at, ctrl))).toEqual(chosen(now))
      }),
    )
  })

  it('is everything between two clicks with Shift, whichever way', () => {
    fc.assert(
      fc.property(reached, place, place, (now, from, to) => {
        const there = chosen(clicked(clicked(now, from, none), to, shift))
        expect(there).toHaveLength(Math.abs(to - from) + 1)
        expect(there[0]).toBe(Math.min(from, to))
        expect(there.at(-1)).toBe(Math.max(from, to))
      }),
    )
  })

  it('draws another range from the same beginning when Shift-clicking again', () => {
    const first = clicked(clicked(nothingSelected, 10, none), 20, shift)
    expect(chosen(clicked(first, 8, shift))).toEqual([8, 9, 10])
  })

  it('adds a range when Ctrl is held as well', () => {
    const two = clicked(clicked(nothingSelected, 1, none), 5, ctrl)
    expect(chosen(clicked(two, 7, { shift: true, ctrl: true }))).toEqual([1, 5, 6, 7])
  })
})

describe('the keys of the list', () => {
  const key = (name: string, held: Partial<Key> = {}): Key => ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    ...held,
  })
  const press = (now: ListSelection, ...pressed: Key[]) =>
    pressed.reduce((then, each) => keyAction(each, then, size, 10) ?? then, now)
  const begun = { ...nothingSelected, focus: 0 }

  it('select and extend as in Windows', () => {
    const down = press(begun, key('ArrowDown'), key('ArrowDown', { shiftKey: true }))
    expect(chosen(down)).toEqual([1, 2])
    expect(chosen(press(begun, key('a', { ctrlKey: true })))).toHaveLength(size)
    expect(chosen(press(begun, key('A', { metaKey: true })))).toHaveLength(size)
    expect(chosen(press(begun, key('End', { shiftKey: true })))).toHaveLength(size)
    expect(press(begun, key('PageDown')).focus).toBe(10)
  })

  it('move with Ctrl without selecting, and Space changes the row under the focus alone', () => {
    const moving = press(begun, key(' '), key('ArrowDown', { ctrlKey: true }))
    expect(chosen(moving)).toEqual([0])
    expect(chosen(press(moving, key(' ')))).toEqual([0, 1])
    expect(chosen(press(moving, key(' '), key(' ')))).toEqual([0])
  })

  it('leave other keys to others', () => {
    expect(keyAction(key('a'), begun, size, 10)).toBeNull()
    expect(keyAction(key('Tab'), begun, size, 10)).toBeNull()
  })
})
