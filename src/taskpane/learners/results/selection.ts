/** Which rows of a list are selected, by place, and where the keyboard stands. */
export interface ListSelection {
  readonly selected: ReadonlySet<number>
  /** Where a range begins that Shift draws. */
  readonly anchor: number
  /** The row the keyboard stands on; -1 in an empty list. */
  readonly focus: number
}

export interface Modifiers {
  readonly shift: boolean
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean
}

export const nothingSelected: ListSelection = { selected: new Set(), anchor: 0, focus: -1 }

function range(from: number, to: number): number[] {
  const first = Math.min(from, to)
  return Array.from({ length: Math.abs(from - to) + 1 }, (_, step) => first + step)
}

function toggled(now: ListSelection, at: number): ListSelection {
  const selected = new Set(now.selected)
  if (!selected.delete(at)) selected.add(at)
  return { selected, anchor: at, focus: at }
}

/** A click on a row, as in any list of Windows. */
export function clicked(now: ListSelection, at: number, keys: Modifiers): ListSelection {
  if (keys.shift) {
    const drawn = range(now.anchor, at)
    return {
      selected: new Set(keys.ctrl ? [...now.selected, ...drawn] : drawn),
      anchor: now.anchor,
      focus: at,
    }
  }
  if (keys.ctrl) return toggled(now, at)
  return { selected: new Set([at]), anchor: at, focus: at }
}

/** A click on a row's own tick box, or Space: this row alone changes. */
export function ticked(now: ListSelection, at: number): ListSelection {
  return at < 0 ? now : toggled(now, at)
}

/** An arrow, Page, Home or End key that goes to this row: Ctrl moves without selecting. */
export function moved(
  now: ListSelection,
  to: number,
  size: number,
  keys: Modifiers,
): ListSelection {
  if (size === 0) return now
  const at = Math.min(Math.max(to, 0), size - 1)
  if (keys.ctrl && !keys.shift) return { ...now, focus: at }
  return clicked(now, at, keys)
}

/** Everything found, whether or not it was loaded yet. */
export function allSelected(now: ListSelection, size: number): ListSelection {
  const selected = new Set(Array.from({ length: size }, (_, at) => at))
  return { selected, anchor: now.anchor, focus: size === 0 ? -1 : Math.max(now.focus, 0) }
}
