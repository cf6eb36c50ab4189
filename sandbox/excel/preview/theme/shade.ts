interface Hsl {
  readonly hue: number
  readonly saturation: number
  readonly lightness: number
}

/** `#RRGGBB` as hue (degrees), saturation and lightness (0 to 1); null for any other text. */
function read(colour: string): Hsl | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!found) return null
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((hex) => Number.parseInt(hex, 16) / 255)
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const spread = most - least
  const lightness = (most + least) / 2
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const sector =
    most === red
      ? (green - blue) / spread
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return {
    hue: (sector * 60 + 360) % 360,
    saturation: spread / (1 - Math.abs(2 * lightness - 1)),
    lightness,
  }
}

const write = ({ hue, saturation, lightness }: Hsl): string =>
  `hsl(${hue.toFixed(0)}, ${(saturation * 100).toFixed(0)}%, ${(lightness * 100).toFixed(0)}%)`

export interface CellColours {
  readonly fill?: string
  readonly color?: string
}

/** Fills no lighter than this leave light text readable. */
const lightestFill = 0.34
const darkestFill = 0.18
const darkestText = 0.75

function dimmed(fill: string): string {
  const colour = read(fill)
  if (!colour) return fill
  const turned = colour.lightness > 0.5 ? 1 - colour.lightness : colour.lightness
  const lightness = Math.min(Math.max(turned, darkestFill), lightestFill)
  return write({ ...colour, saturation: Math.min(colour.saturation, 0.5), lightness })
}

function lightened(color: string): string {
  const colour = read(color)
  if (!colour) return color
  const turned = colour.lightness < 0.5 ? 1 - colour.lightness : colour.lightness
  return write({ ...colour, lightness: Math.max(turned, darkestText) })
}

/**
 * A cell's colours for the page. Workbooks are coloured for white paper: on a dark page fills are
 * turned dark and text light, each in its own hue.
 */
export function shade({ fill, color }: CellColours, dark: boolean): CellColours {
  if (dark) {
    return {
      ...(fill ? { fill: dimmed(fill) } : {}),
      ...(color ? { color: lightened(color) } : {}),
    }
  }
  if (fill) return { fill, color: color ?? '#1b1b1b' }
  return color ? { color } : {}
}
