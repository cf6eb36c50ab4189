/** Pixels of the grid's fixed parts. */
export const rowHeight = 21
export const letterHeight = 22
export const rowNumberWidth = 50
