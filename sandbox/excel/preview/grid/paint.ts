import {
  AllCellRenderers,
  type DrawHeaderCallback,
  type GridCell,
  GridCellKind,
  InnerGridCellKind,
  type InnerGridCell,
  type InternalCellRenderer,
  type Theme,
} from '@glideapps/glide-data-grid'
import { columnName } from '../../model/address.ts'
import type { Area } from '../../model/area.ts'
import type { CellView } from '../../model/protocol.ts'
import type { Palette } from '../theme/palette.ts'
import type { CellColours } from '../theme/shade.ts'
import type { GridLayout } from './layout.ts'
import { letterHeight } from './measures.ts'

export const cellFont = '13px'

/** The grid's colours and type, as of a spreadsheet. */
export const gridTheme = (palette: Palette, gridlines: boolean): Partial<Theme> => ({
  accentColor: palette.accent,
  accentLight: palette.selection,
  accentFg: palette.sheet,
  textDark: palette.sheetText,
  textMedium: palette.headingText,
  textLight: palette.headingText,
  textHeader: palette.headingText,
  textHeaderSelected: palette.headingSelectedText,
  bgCell: palette.sheet,
  bgCellMedium: palette.sheet,
  bgHeader: palette.heading,
  bgHeaderHasFocus: palette.heading,
  bgHeaderHovered: palette.headingSelected,
  borderColor: gridlines ? palette.gridLine : palette.sheet,
  horizontalBorderColor: gridlines ? palette.gridLine : palette.sheet,
  headerBottomBorderColor: palette.headingLine,
  linkColor: palette.link,
  resizeIndicatorColor: palette.accent,
  cellHorizontalPadding: 4,
  cellVerticalPadding: 1,
  baseFontStyle: cellFont,
  headerFontStyle: '12px',
  markerFontStyle: '12px',
  fontFamily: 'Aptos, Calibri, Carlito, "Segoe UI", system-ui, sans-serif',
  lineHeight: 1.2,
})

/** A cell for the grid. While it is on its way from the worker it is drawn empty. */
export function gridCell(
  cell: CellView | null | undefined,
  colours: (cell: CellColours) => CellColours,
): GridCell {
  const text = cell?.text ?? ''
  const { fill, color } = cell ? colours(cell) : {}
  const weight = `${cell?.italic ? 'italic ' : ''}${cell?.bold ? '600 ' : ''}${cellFont}`
  const themeOverride = {
    ...(fill ? { bgCell: fill } : {}),
    ...(color ? { textDark: color } : {}),
    ...(weight === cellFont ? {} : { baseFontStyle: weight }),
  }
  return {
    kind: GridCellKind.Text,
    data: text,
    displayData: text,
    allowOverlay: false,
    contentAlign: cell?.align ?? 'left',
    themeOverride,
  }
}

const touches = (areas: readonly Area[], axis: 'row' | 'column', index: number): boolean =>
  areas.some((area) => {
    const count = axis === 'row' ? area.rows : area.columns
    return index >= area[axis] && index < area[axis] + count
  })

interface HeadingParts {
  layout: GridLayout
  palette: Palette
  areas: readonly Area[]
}

/** Column letters and the corner; the space below them belongs to the frozen rows. */
export function drawLetters({ layout, palette, areas }: HeadingParts): DrawHeaderCallback {
  return ({ ctx, rect, columnIndex, hoverAmount }) => {
    const { x, y, width, height } = rect
    ctx.fillStyle = palette.sheet
    ctx.fillRect(x, y, width, height)
    const column = layout.trueColumn(columnIndex)
    const selected = columnIndex >= 0 && touches(areas, 'column', column)
    ctx.fillStyle = selected || hoverAmount > 0.5 ? palette.headingSelected : palette.heading
    ctx.fillRect(x, y, width, letterHeight)
    if (columnIndex < 0) {
      ctx.fillStyle = palette.headingLine
      ctx.beginPath()
      ctx.moveTo(x + width - 4, y + 7)
      ctx.lineTo(x + width - 4, y + letterHeight - 4)
      ctx.lineTo(x + width - 15, y + letterHeight - 4)
      ctx.fill()
    } else {
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.fillStyle = selected ? palette.headingSelectedText : palette.headingText
      ctx.fillText(columnName(column), x + width / 2, y + letterHeight / 2 + 1)
      ctx.textAlign = 'start'
    }
    ctx.fillStyle = palette.headingLine
    ctx.fillRect(x + width - 1, y, 1, letterHeight)
    ctx.fillStyle = selected ? palette.accent : palette.headingLine
    ctx.fillRect(x, y + letterHeight - 1, width, 1)
  }
}

/** The grid's renderers, with one that numbers rows as the sheet does, hidden ones left out. */
export function renderers({
  layout,
  palette,
  areas,
  filtered,
}: HeadingParts & {
  /** Whether a filter hides rows: row numbers are then drawn in another colour. */
  filtered: boolean
}): readonly InternalCellRenderer<InnerGridCell>[] {
  const isMarker = ({ kind }: { kind: string }) => kind === InnerGridCellKind.Marker
  const plain = AllCellRenderers.find(isMarker)
  if (!plain) return AllCellRenderers
  const numbers: InternalCellRenderer<InnerGridCell> = {
    ...plain,
    draw({ ctx, rect, cell }) {
      if (cell.kind !== InnerGridCellKind.Marker) return
      const row = layout.trueRow(cell.row - 1)
      const selected = touches(areas, 'row', row)
      const { x, y, width, height } = rect
      ctx.fillStyle = selected ? palette.headingSelected : palette.heading
      ctx.fillRect(x, y, width, height)
      ctx.fillStyle = selected ? palette.accent : palette.headingLine
      ctx.fillRect(x + width - 1, y, 1, height)
      ctx.fillStyle = filtered
        ? palette.link
        : selected
          ? palette.headingSelectedText
          : palette.headingText
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.fillText(String(row + 1), x + width / 2, y + height / 2 + 1)
    },
  }
  return AllCellRenderers.map((renderer) => (isMarker(renderer) ? numbers : renderer))
}
