/** The page's colours, as `preview.css` sets them for light and dark. */
export interface Palette {
  readonly sheet: string
  readonly sheetText: string
  readonly gridLine: string
  readonly heading: string
  readonly headingText: string
  readonly headingLine: string
  readonly headingSelected: string
  readonly headingSelectedText: string
  readonly accent: string
  readonly selection: string
  readonly link: string
}

/** Reads the colours in force; canvas cannot use CSS variables itself. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    sheet: colour('sheet'),
    sheetText: colour('sheet-text'),
    gridLine: colour('grid-line'),
    heading: colour('heading'),
    headingText: colour('heading-text'),
    headingLine: colour('heading-line'),
    headingSelected: colour('heading-selected'),
    headingSelectedText: colour('heading-selected-text'),
    accent: colour('accent'),
    selection: colour('selection'),
    link: colour('link'),
  }
}
