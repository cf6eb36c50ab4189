import { useEffect, useMemo, useState } from 'react'
import type { SheetView } from '../../model/protocol.ts'
import { type Palette, readPalette } from '../theme/palette.ts'
import type { GridLayout } from './layout.ts'
import { drawLetters, gridTheme, renderers } from './paint.ts'

/** How the canvas is painted in this theme; null until the page's colours are read. */
export function useLooks(sheet: SheetView, layout: GridLayout, dark: boolean) {
  const [palette, setPalette] = useState<Palette | null>(null)
  const { selection: areas, tables, showGridlines } = sheet

  useEffect(() => {
    setPalette(readPalette(document.documentElement))
  }, [dark])

  return useMemo(() => {
    if (!palette) return null
    const filtered = tables.some((table) => table.columns.some((one) => one.filtered))
    return {
      theme: gridTheme(palette, showGridlines),
      drawHeader: drawLetters({ layout, palette, areas }),
      renderers: renderers({ layout, palette, areas, filtered }),
    }
  }, [palette, layout, areas, tables, showGridlines])
}
