import { registerIcons } from '@fluentui/react'
import type { ReactElement } from 'react'

const icon = (path: string): ReactElement => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

export const shapes = {
  cross: 'M4 4l8 8M12 4l-8 8',
  tick: 'M3 8.5l3.2 3L13 4.5',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3L14 14',
  down: 'M4 6.5l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  plus: 'M8 3v10M3 8h10',
  filter: 'M2.5 4h11M5 8h6M7 12h2',
  ascending: 'M4 13V3M2 5l2-2 2 2M8.5 4h2M8.5 8h3.5M8.5 12h5',
  descending: 'M4 3v10M2 11l2 2 2-2M8.5 4h5M8.5 8h3.5M8.5 12h2',
  bin: 'M3.5 4.5h9M6.5 4V2.8h3V4M4.5 4.5l.6 8.7h5.8l.6-8.7',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  paste: 'M4 3.5h8v10H4zM6 3.5v-1h4v1',
  pencil: 'M3 13l.6-2.8L10.8 3 13 5.2l-7.2 7.2z',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h6.8a3.6 3.6 0 0 1 0 7.2H6',
  save: 'M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5.5v-4M4.5 13.5V9h7v4.5',
  hidden: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13L13 3',
  shown: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
} as const

export type Shape = keyof typeof shapes

/** An icon of the page's own, in the colour of the text around it. */
export const Icon = ({ shape }: { shape: Shape }) => icon(shapes[shape])

/** Gives Fluent the few icons its parts ask for, by the names it has for them. */
export function registerPreviewIcons(): void {
  registerIcons({
    icons: {
      Cancel: icon(shapes.cross),
      Clear: icon(shapes.cross),
      CheckMark: icon(shapes.tick),
      Search: icon(shapes.search),
      ChevronDown: icon(shapes.down),
      ChevronRight: icon(shapes.right),
      filter: icon(shapes.filter),
      ascending: icon(shapes.ascending),
      descending: icon(shapes.descending),
      bin: icon(shapes.bin),
      copy: icon(shapes.copy),
      paste: icon(shapes.paste),
      pencil: icon(shapes.pencil),
      plus: icon(shapes.plus),
      hidden: icon(shapes.hidden),
      shown: icon(shapes.shown),
    },
  })
}
