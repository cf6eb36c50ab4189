import type { JSX } from 'react'

/**
 * The few icons the pane uses, drawn here: Fluent's own set is a web font from Microsoft's servers.
 * The names are those that Fluent's components ask for.
 */
const drawn = (path: string, filled = false): JSX.Element => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <path
      d={path}
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

const circle = 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z'
const cross = 'M4 4l8 8M12 4l-8 8'

export const icons: Readonly<Record<string, JSX.Element>> = {
  Add: drawn('M8 3v10M3 8h10'),
  Calendar: drawn('M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5'),
  CalculatorMultiply: drawn(cross),
  Cancel: drawn(cross),
  CheckMark: drawn('M3 8.5l3.2 3.2L13 5'),
  ChevronDown: drawn('M4 6l4 4 4-4'),
  ChevronRight: drawn('M6 4l4 4-4 4'),
  CircleRing: drawn(circle),
  Clear: drawn(cross),
  Completed: drawn(`${circle}M5.3 8.2l2 2 3.6-4`),
  Down: drawn('M8 3v10M4 9l4 4 4-4'),
  ErrorBadge: drawn(`${circle}M6 6l4 4M10 6l-4 4`),
  Info: drawn(`${circle}M8 7.3v3.6M8 5v.2`),
  List: drawn('M2.5 4h11M2.5 8h11M2.5 12h7'),
  StatusCircleCheckmark: drawn('M5.3 8.2l2 2 3.6-4'),
  Up: drawn('M8 13V3M4 7l4-4 4 4'),
  Warning: drawn('M8 2.2l6.3 11.3H1.7zM8 6.5v3.4M8 11.8v.2'),
}
