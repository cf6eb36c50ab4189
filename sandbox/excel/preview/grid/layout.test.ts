import { describe, expect, it } from '@jest/globals'
import { sheetView } from '../testing.ts'
import { cellBox, headerHeight, shownColumns } from './geometry.ts'
import { gridLayout } from './layout.ts'
import { letterHeight, rowHeight, rowNumberWidth } from './measures.ts'

const filtered = sheetView({ frozenRows: 1, hiddenRows: [[2, 3]], columnWidths: { 1: 100 } })

describe('the rows and columns the grid draws', () => {
  it('leave out hidden rows and those of the frozen strip', () => {
    const layout = gridLayout(filtered)
    expect(layout.rows).toBe(100 - 3 - 1)
    expect(layout.frozenRows).toEqual([0])
    expect([0, 1, 2].map((row) => layout.trueRow(row))).toEqual([1, 5, 6])
    expect([0, 1, 5, 6].map((row) => layout.gridRow(row))).toEqual([-1, 0, 1, 2])
  })

  it('go on beyond the used ones when the user has scrolled there', () => {
    const layout = gridLayout(sheetView(), { rows: 300, columns: 40 })
    expect([layout.rows, layout.columns]).toEqual([300, 40])
  })

  it('have hidden columns left out, and widths of their own', () => {
    const layout = gridLayout(sheetView({ hiddenColumns: [[0, 1]], columnWidths: { 1: 100 } }))
    expect(layout.trueColumn(0)).toBe(1)
    expect(layout.columnWidth(0)).toBe(100)
    expect(layout.columnWidth(1)).toBe(64)
  })
})

describe('where a cell is drawn', () => {
  const layout = gridLayout({ ...filtered, frozenColumns: 1 })
  const view = { x: 3, y: 10, width: 5, height: 8, tx: -10, ty: -4 }

  it('is fixed for frozen rows and columns', () => {
    expect(cellBox(layout, view, -1, 0)).toEqual({
      left: rowNumberWidth,
      top: letterHeight,
      width: 64,
      height: rowHeight,
    })
  })

  it('follows the scrolling for all others', () => {
    expect(cellBox(layout, view, 11, 4)).toEqual({
      left: rowNumberWidth + 64 - 10 + 64,
      top: headerHeight(layout) - 4 + rowHeight,
      width: 64,
      height: rowHeight,
    })
  })

  it('is nowhere once it is scrolled away', () => {
    expect(cellBox(layout, view, 9, 4)).toBeNull()
    expect(cellBox(layout, view, 11, 2)).toBeNull()
    expect(cellBox(layout, view, 40, 4)).toBeNull()
  })

  it('needs only the columns on the screen, frozen ones first', () => {
    expect(shownColumns(layout, view)).toEqual([0, 3, 4, 5, 6, 7, 8])
  })
})
