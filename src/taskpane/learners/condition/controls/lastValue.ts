/** Whether a condition with this operator has a value to fill in. */
export function takesValue(operator: string): boolean {
  return operator !== 'null' && operator !== 'notNull'
}

/** What the cross beside a condition is wide, with the gap before it. */
const cross = 36

/** A value leaves room for the cross after it, so that the cross never stands alone in a line. */
export const roomForCross = { marginRight: cross }

/** The cross itself takes up no room of its own then. */
export const inRoomForCross = { root: { marginLeft: -cross } }
