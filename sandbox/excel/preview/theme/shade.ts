const channels = (colour: string): readonly [number, number, number] | null => {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!found) return null
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((hex) => Number.parseInt(hex, 16))
  return [red, green, blue]
}

/** So much of one colour in another; both `#RRGGBB`. What is no such colour comes back as it is. */
export function mix(colour: string, ground: string, share: number): string {
  const over = channels(colour)
  const under = channels(ground)
  if (!over || !under) return colour
  const mixed = over.map((value, index) =>
    Math.round(value * share + (under[index] ?? 0) * (1 - share)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export interface CellColours {
  readonly fill?: string
  readonly color?: string
}

/**
 * A cell's colours for the page. Workbooks are coloured for white paper: on a dark page fills are
 * dimmed and text lightened, as Excel's own dark view does.
 * @param sheet colour of an empty cell
 */
export function shade({ fill, color }: CellColours, dark: boolean, sheet: string): CellColours {
  if (!dark) return { ...(fill ? { fill, color: color ?? '#1b1b1b' } : color ? { color } : {}) }
  return {
    ...(fill ? { fill: mix(fill, sheet, 0.32) } : {}),
    ...(color ? { color: mix(color, '#ffffff', 0.5) } : {}),
  }
}
