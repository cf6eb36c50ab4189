/** How a cell is drawn. What is left out is the sheet's own. Never changed once made: cells share it. */
export interface Style {
  readonly fill?: string
  readonly pattern?: string
  readonly fontColor?: string
  readonly fontName?: string
  readonly fontSize?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strikethrough?: boolean
  readonly underline?: string
  readonly align?: string
  readonly vertical?: string
  readonly wrap?: boolean
  readonly indent?: number
  readonly shrink?: boolean
  readonly locked?: boolean
  readonly formulaHidden?: boolean
  readonly borders?: Readonly<Record<string, Border>>
}

export interface Border {
  readonly style?: string
  readonly color?: string
  readonly weight?: string
}

export const PLAIN: Style = {}

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  pink: '#FFC0CB',
  navy: '#000080',
  teal: '#008080',
}

/** `#RRGGBB` in capitals for a colour as an add-in gives it, or null for what is none. */
export const readColor = (text: string): string | null => {
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1]
  return hex === undefined ? (NAMED[text.toLowerCase()] ?? null) : `#${hex.toUpperCase()}`
}
