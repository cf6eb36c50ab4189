import { describe, expect, it } from '@jest/globals'
import { formatArea, parseArea } from '../../model/address.ts'
import { sheetView } from '../testing.ts'
import type { Selected } from './gridSelection.ts'
import { selectByKey } from './keys.ts'
import { gridLayout } from './layout.ts'
import { selectCell, selectRow } from './mouse.ts'

const position = (text: string) => {
  const { row, column } = parseArea(text)!
  return { row, column }
}
const selected = (active: string, ...areas: string[]) => ({
  areas: (areas.length > 0 ? areas : [active]).map((text) => parseArea(text)!),
  active: position(active),
})
const ground = {
  layout: gridLayout(sheetView({ frozenRows: 1, hiddenRows: [[2, 3]] })),
  tables: [parseArea('A1:F50')!],
  page: 20,
}
const press = (keys: string, from: ReturnType<typeof selected>) => {
  const parts = keys.split('+')
  const stroke = {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
  }
  const next = selectByKey(ground, stroke, from)
  return next && next.areas.map((area) => formatArea(area)).join(',')
}

describe('keys on the sheet', () => {
  it.each([
    ['ArrowDown', 'B2', 'B6'],
    ['ArrowUp', 'B6', 'B2'],
    ['ArrowUp', 'B2', 'B1'],
    ['ArrowUp', 'B1', 'B1'],
    ['ArrowLeft', 'A4', 'A6'],
    ['ArrowRight', 'A1', 'B1'],
    ['Ctrl+ArrowDown', 'B2', 'B50'],
    ['Ctrl+ArrowDown', 'B50', 'B100'],
    ['Ctrl+ArrowRight', 'B6', 'F6'],
    ['Ctrl+ArrowUp', 'B20', 'B1'],
    ['PageDown', 'A10', 'A30'],
    ['Home', 'D9', 'A9'],
    ['Ctrl+Home', 'D9', 'A2'],
    ['Ctrl+End', 'A1', 'F50'],
    ['Enter', 'B7', 'B8'],
    ['Shift+Enter', 'B8', 'B7'],
    ['Tab', 'B7', 'C7'],
    ['Shift+Tab', 'C7', 'B7'],
    ['Ctrl+ ', 'C7', 'C:C'],
    ['Shift+ ', 'C7', '7:7'],
    ['Ctrl+Shift+ ', 'C7', '1:1048576'],
  ])('%s leads from %s to %s', (keys, from, to) => {
    expect(press(keys, selected(from))).toBe(to)
  })

  it('with Shift grow the last area from the active cell, and shrink it again', () => {
    expect(press('Shift+ArrowRight', selected('B7'))).toBe('B7:C7')
    expect(press('Shift+ArrowLeft', selected('B7', 'B7:C7'))).toBe('B7')
    expect(press('Shift+ArrowDown', selected('B7', 'A1', 'B7:C8'))).toBe('A1,B7:C9')
    expect(press('Ctrl+Shift+ArrowDown', selected('B7'))).toBe('B7:B50')
  })

  it('with the space bar take whole rows or columns of all that is selected', () => {
    expect(press('Shift+ ', selected('B7', 'A1', 'B7:C9'))).toBe('1:1,7:9')
    expect(press('Ctrl+ ', selected('B7', 'B7:C9'))).toBe('B:C')
  })

  it('Enter and Tab go round within several selected cells, hidden rows left out', () => {
    const walk = (key: string, shift: boolean, times: number) => {
      let now: Selected = selected('B2', 'B2:C6')
      for (let step = 0; step < times; step += 1) {
        now = selectByKey(ground, { key, shift, ctrl: false }, now)!
        expect(now.areas).toEqual([parseArea('B2:C6')])
      }
      return formatArea({ ...now.active, rows: 1, columns: 1 })
    }
    expect(walk('Enter', false, 1)).toBe('B6')
    expect(walk('Enter', false, 2)).toBe('C2')
    expect(walk('Enter', true, 1)).toBe('C6')
    expect(walk('Tab', false, 2)).toBe('B6')
    expect(walk('Tab', false, 4)).toBe('B2')
  })

  it('lead to the first cell that scrolls, and to the first column in sight', () => {
    const layout = gridLayout(
      sheetView({ frozenRows: 1, frozenColumns: 3, hiddenColumns: [[0, 1]] }),
    )
    const press = (key: string, ctrl: boolean) => {
      const next = selectByKey({ ...ground, layout }, { key, ctrl, shift: false }, selected('F9'))
      return next && formatArea({ ...next.active, rows: 1, columns: 1 })
    }
    expect(press('Home', true)).toBe('D2')
    expect(press('Home', false)).toBe('B9')
  })

  it('Ctrl-A take the table first, then the whole sheet', () => {
    expect(press('Ctrl+a', selected('B7'))).toBe('A1:F50')
    expect(press('Ctrl+a', selected('B7', 'A1:F50'))).toBe('1:1048576')
    expect(press('Ctrl+a', selected('Z90'))).toBe('1:1048576')
  })

  it('leave alone what is no movement', () => {
    expect(press('x', selected('B7'))).toBeNull()
    expect(press('End', selected('B7'))).toBeNull()
  })
})

describe('clicks on frozen rows', () => {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false }
  const show = ({ areas }: { areas: readonly Parameters<typeof formatArea>[0][] }) =>
    areas.map((area) => formatArea(area)).join(',')

  it('select a cell, with Ctrl beside the others, with Shift up to it', () => {
    expect(show(selectCell(selected('B7'), position('C1'), none))).toBe('C1')
    expect(show(selectCell(selected('B7'), position('C1'), { ...none, ctrlKey: true }))).toBe(
      'B7,C1',
    )
    expect(show(selectCell(selected('B7'), position('C1'), { ...none, shiftKey: true }))).toBe(
      'B1:C7',
    )
  })

  it('select rows by their numbers', () => {
    expect(show(selectRow(selected('B7'), 0, none))).toBe('1:1')
    expect(show(selectRow(selected('A4', '4:4'), 0, { ...none, shiftKey: true }))).toBe('1:4')
  })
})
