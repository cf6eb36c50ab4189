/** Pixels of the grid's fixed parts. */
export const rowHeight = 21
export const letterHeight = 22
export const rowNumberWidth = 50

/** Two clicks within this time are a double click, for the grid as well. */
export const doubleClickMilliseconds = 500
